/** Whether an application of that type exists with the environment. */
export function isSystemType(type: unknown): boolean {
    return String(type).startsWith("PING_ONE_");
}
