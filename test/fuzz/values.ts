export type { Values } from "../../provider/lifecycle/values/paths.js";
export { unknownValue } from "../../provider/lifecycle/values/paths.js";

/** The same text for values that differ in the order of their keys only. */
export function canonical(value: unknown): string {
    return JSON.stringify(value, (_, inner) =>
        typeof inner === "object" && inner !== null && !Array.isArray(inner)
            ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
            : inner,
    );
}
