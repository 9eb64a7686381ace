import { isObject, type Json, type JsonObject } from "./json";
import type { Properties, Property } from "./properties";
import type { Problem } from "./refusal";
import type { Surroundings } from "./surroundings";

/** Properties of every answer that a body may repeat without effect. */
const IGNORED = ["_links", "id", "environment", "createdAt", "updatedAt"];

/** What came of reading a body. */
export interface Reading {
    /** The object as it is to be stored, of the valid properties. */
    object: JsonObject;
    problems: Problem[];
}

/** Reads a request body as a declaration says: checks it, fills in what the server fills in, finds every problem. */
export function readBody(
    properties: Properties,
    readOnly: readonly string[],
    body: JsonObject,
    around: Surroundings,
): Reading {
    const declared = Object.keys(properties);
    const reader = new Reader(body, around);
    const settable = withoutAnswers(body, readOnly, declared);
    return { object: reader.group(properties, settable, around.old, ""), problems: reader.problems };
}

/** A body without what only answers hold, and requests repeat; but with what is declared. */
export function withoutAnswers(
    body: JsonObject,
    readOnly: readonly string[],
    declared: readonly string[] = [],
): JsonObject {
    const ignored = [...IGNORED, ...readOnly].filter((name) => !declared.includes(name));
    return Object.fromEntries(Object.entries(body).filter(([name]) => !ignored.includes(name)));
}

class Reader {
    readonly problems: Problem[] = [];

    constructor(
        private readonly body: JsonObject,
        private readonly around: Surroundings,
    ) {}

    group(properties: Properties, given: JsonObject, old: JsonObject | undefined, path: string): JsonObject {
        for (const name of Object.keys(given))
            if (!Object.hasOwn(properties, name))
                this.refuse("INVALID_VALUE", path + name, "is not a property of this object");
        const result: JsonObject = {};
        for (const [name, property] of Object.entries(properties)) {
            const value = this.property(property, given[name], old?.[name], path + name);
            if (value !== undefined) result[name] = value;
        }
        return result;
    }

    private property(property: Property, given: Json | undefined, old: Json | undefined, path: string) {
        if (property.readOnly) return old ?? this.default(property);
        if (property.readAtCreation && this.around.old !== undefined) return old;
        let value = given === null ? property.whenNull : given;
        if (value === undefined && property.sticky) value = old;
        value ??= this.default(property);
        if (value === undefined) {
            if (property.required) this.refuse("REQUIRED_VALUE", path, "is required");
            return undefined;
        }
        if (property.onlyFor && !property.onlyFor.includes(String(this.body.type)))
            return this.refuse("INVALID_VALUE", path, `is only for type ${property.onlyFor.join(", ")}`);
        const read = this.value(property, value, old, path);
        if (property.immutable && old !== undefined && read !== undefined && read !== old)
            return this.refuse("INVALID_VALUE", path, "cannot be changed");
        return read;
    }

    private default(property: Property): Json | undefined {
        return typeof property.default === "function" ? property.default(this.body, this.around) : property.default;
    }

    private value(property: Property, value: Json, old: Json | undefined, path: string): Json | undefined {
        switch (property.shape) {
            case "text":
                return this.text(property, value, path);
            case "integer":
                return this.integer(property, value, path);
            case "flag":
                return typeof value === "boolean" ? value : this.wrongType(path, "a boolean");
            case "group":
                return isObject(value)
                    ? this.group(property.properties, value, isObject(old) ? old : undefined, `${path}.`)
                    : this.wrongType(path, "an object");
            case "list":
                return this.list(property, value, path);
            case "anything":
                return isObject(value) ? value : this.wrongType(path, "an object");
        }
    }

    private text(property: Property & { shape: "text" }, value: Json, path: string): string | undefined {
        if (typeof value !== "string") return this.wrongType(path, "a string");
        if (value.trim() === "" && property.required && !property.mayBeBlank)
            return this.refuse("EMPTY_VALUE", path, "must not be empty");
        if (property.allowed && !property.allowed.includes(value)) {
            const allowedValues = [...property.allowed];
            return this.refuse("INVALID_VALUE", path, `must be one of ${allowedValues.join(", ")}`, { allowedValues });
        }
        if (property.pattern && !property.pattern.test(value)) {
            const allowedPattern = property.pattern.source;
            return this.refuse("INVALID_VALUE", path, `must match ${allowedPattern}`, { allowedPattern });
        }
        return value;
    }

    private integer(property: Property & { shape: "integer" }, value: Json, path: string): number | undefined {
        if (typeof value !== "number" || !Number.isInteger(value)) return this.wrongType(path, "an integer");
        const { minimum, maximum } = property;
        if (value < minimum || value > maximum) {
            return this.refuse("OUT_OF_RANGE", path, `must be between ${minimum} and ${maximum}`, {
                rangeMinimumValue: minimum,
                rangeMaximumValue: maximum,
            });
        }
        return value;
    }

    private list(property: Property & { shape: "list" }, value: Json, path: string): Json[] | undefined {
        if (!Array.isArray(value)) return this.wrongType(path, "an array");
        const { least, most } = property;
        if (least !== undefined && value.length < least)
            return this.refuse("EMPTY_VALUE", path, `must have at least ${least} value${least > 1 ? "s" : ""}`);
        if (most !== undefined && value.length > most) {
            return this.refuse("SIZE_LIMIT_EXCEEDED", path, `must not have more than ${most} values`, {
                maximumValue: most,
            });
        }
        const items = value
            .map((item, index) => this.value(property.of, item, undefined, `${path}[${index}]`))
            .filter((item) => item !== undefined);
        // PingOne returns sets in another order than they were sent in; which one is not documented.
        return property.set ? distinct(items).reverse() : items;
    }

    private wrongType(path: string, expected: string): undefined {
        return this.refuse("INVALID_VALUE", path, `must be ${expected}`);
    }

    private refuse(code: Problem["code"], target: string, what: string, innerError?: JsonObject): undefined {
        this.problems.push({ code, target, message: `${target} ${what}`, ...(innerError && { innerError }) });
        return undefined;
    }
}

function distinct(items: Json[]): Json[] {
    return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
