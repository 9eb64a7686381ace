/** Whether a name is as a pattern says, in which `*` stands for any text. Upper and lower case differ. */
export function matches(pattern: string, name: string): boolean {
    const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`, "s").test(name);
}
