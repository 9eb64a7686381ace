import type { core, ZodObject } from "zod";
import { z } from "../../zod";
import type { Traits } from "../traits";
import { join, steps } from "./paths";

/** A property as its schema declares it, with those within it. */
export interface Property {
    traits: Traits;
    /** Those of an object; undefined where it may have any, or none. */
    properties?: Record<string, Property>;
    /** Whether an object may have others than those. */
    open?: boolean;
    /** What a list is of. */
    item?: Property;
}

/** Reads the traits off a schema. */
export function propertyOf(schema: core.$ZodType): Property {
    const traits: Traits = z.globalRegistry.get(schema) ?? {};
    if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
        const inner = propertyOf(schema.unwrap());
        return { ...inner, traits: { ...inner.traits, ...traits } };
    }
    if (schema instanceof z.ZodObject)
        return { traits, properties: propertiesOf(schema), open: schema.def.catchall instanceof z.ZodUnknown };
    if (schema instanceof z.ZodArray) return { traits, item: propertyOf(schema.element) };
    return { traits };
}

function propertiesOf(schema: ZodObject): Record<string, Property> {
    return Object.fromEntries(Object.entries(schema.shape).map(([name, inner]) => [name, propertyOf(inner)]));
}

/** The property at a path; within a value that counts as a whole, that one. */
export function propertyAt(property: Property, path: string): Property | undefined {
    return steps(path).reduce<Property | undefined>(
        (outer, name) => (outer?.traits.whole ? outer : outer?.properties?.[name]),
        property,
    );
}

/** The paths of the properties that have a trait, those within lists left out. */
export function pathsWith(trait: keyof Traits, property: Property, path = ""): string[] {
    return Object.entries(property.properties ?? {}).flatMap(([name, inner]) => {
        const here = join(path, name);
        return [...(inner.traits[trait] === undefined ? [] : [here]), ...pathsWith(trait, inner, here)];
    });
}
