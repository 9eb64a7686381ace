import { isObject, put, type Values } from "../../provider/lifecycle/values/paths";
import type { Property } from "../../provider/lifecycle/values/property";
import { isId } from "./references";

/** How a program writes an object. */
export interface Expressions {
    id: string;
    /** With its name, where a program has both. */
    object?: string;
    /** The collection that the object is in, as its class says it. */
    collection?: string;
}

/** How values are written. */
export interface Printing {
    /** The expressions for the object with that id, where there are any; else the id is written as it is. */
    reference(id: string): Expressions | undefined;
    /** The expressions of secrets, by path. */
    secrets: ReadonlyMap<string, string>;
}

/** An object literal of a program's inputs. Lists without an order are sorted, so that the text is always the same. */
export function printValues(values: Values, property: Property, printing: Printing): string {
    const complete = withSecrets(values, printing.secrets);
    return print(complete, property, printing);
}

/** A text in TypeScript. */
export function printText(text: string): string {
    return JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

/** The name of a property in an object literal. */
export function printName(name: string): string {
    // Written plainly this one would be the prototype.
    if (name === "__proto__") return '["__proto__"]';
    return /^[A-Za-z_$][\w$]*$/.test(name) ? name : printText(name);
}

/** An expression in place of a value. */
class Expression {
    constructor(readonly text: string) {}
}

function withSecrets(values: Values, secrets: ReadonlyMap<string, string>): Values {
    const complete = structuredClone(values);
    for (const [path, text] of secrets) put(complete, path, new Expression(text));
    return complete;
}

function print(value: unknown, property: Property | undefined, printing: Printing): string {
    if (value instanceof Expression) return value.text;
    if (typeof value === "string")
        return (isId(value) && printing.reference(value.toLowerCase())?.id) || printText(value);
    if (Array.isArray(value)) {
        const items = value.map((item) => print(item, property?.item, printing));
        return printList(items, property);
    }
    if (!isObject(value)) return JSON.stringify(value) ?? "undefined";
    const lines = Object.entries(value).map(([name, inner]) => {
        const below = property?.properties?.[name];
        return printObjects(name, inner, property, printing) ?? `${printName(name)}: ${print(inner, below, printing)}`;
    });
    return `{${lines.join(", ")}}`;
}

/** A list of ids as one of the objects, where a program can give these: who reviews it reads names. */
function printObjects(
    name: string,
    value: unknown,
    holder: Property | undefined,
    printing: Printing,
): string | undefined {
    const named = Object.values(holder?.properties ?? {}).find(({ traits }) => traits.names?.ids === name);
    const names = named?.traits.names;
    if (names === undefined || !Array.isArray(value)) return undefined;
    const found = value.map((id) => {
        const { object, collection } = printing.reference(String(id).toLowerCase()) ?? {};
        return collection === names.of.collection ? object : undefined;
    });
    if (!found.every((text) => text !== undefined)) return undefined;
    return `${names.objects}: ${printList(found, holder?.properties?.[name])}`;
}

/** A list; one without an order is sorted. */
function printList(items: readonly string[], property: Property | undefined): string {
    const { set, by } = property?.traits ?? {};
    return `[${(set || by ? [...new Set(items)].sort() : items).join(", ")}]`;
}
