import * as pulumi from "@pulumi/pulumi";
import { isObject, join, type Values } from "./lifecycle/values/paths";

/** Whether a value comes to be known only while the program runs. */
export function isEventual(value: unknown): boolean {
    return pulumi.Output.isInstance(value) || value instanceof Promise;
}

/** The values with the one at a path marked as secret; an output that holds it is marked as a whole, and so is a list. */
export function secretly(values: Values, [name = "", ...rest]: readonly string[]): Values {
    const value = values[name];
    if (value === undefined) return values;
    const open = rest.length > 0 && isObject(value) && !isEventual(value);
    return { ...values, [name]: open ? secretly(value, rest) : pulumi.secret(value) };
}

/** The paths of the values that a program itself marks as secret; of what is in a list, the list's. */
export async function secretPaths(value: unknown, path = ""): Promise<string[]> {
    if (value instanceof Promise) return secretPaths(await value, path);
    if (pulumi.Output.isInstance(value) || Array.isArray(value))
        return (await pulumi.isSecret(pulumi.output(value))) ? [path] : [];
    if (!isObject(value)) return [];
    const inner = Object.entries(value).map(([name, below]) => secretPaths(below, join(path, name)));
    return (await Promise.all(inner)).flat();
}
