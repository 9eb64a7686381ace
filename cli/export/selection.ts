import { betterClass } from "../../provider/api-object/better-class";
import { apiObject } from "../../provider/api-object/definition";
import { classes, definitions } from "../../provider/classes";
import type { Definition } from "../../provider/lifecycle/definition";
import { nearest } from "../../provider/nearest";
import { matches } from "../../provider/pattern";
import type { Item } from "./items";

/** A class, or any, and what the names of its resources are like. */
interface Pattern {
    type: string;
    name: string;
}

/** What users want to have in a program. */
export interface SelectionOptions {
    /** Classes, names, and collections of objects that have no class. */
    include: readonly string[];
    exclude: readonly string[];
    /** Whether a class shows the secrets of applications and resources. */
    withSecrets: boolean;
}

/** Which objects a program is to have. */
export class Selection {
    /** What to read. */
    readonly definitions: readonly Definition[];
    private readonly include: readonly Pattern[];
    private readonly exclude: readonly Pattern[];
    /** What is read of the collections that are named. */
    private readonly others: readonly Definition[];

    /** @throws Error where a pattern names no class */
    constructor({ include, exclude, withSecrets }: SelectionOptions) {
        for (const text of include) checkPattern(text, true);
        for (const text of exclude) checkPattern(text, false);
        this.include = include.filter((text) => !isCollection(text)).map(patternOf);
        this.exclude = exclude.map(patternOf);
        this.others = include
            .filter(isCollection)
            .map((collection) => ({ ...apiObject, ...apiObject.of?.({ collection }) }));
        const known = classes.filter(
            // What stays as it is when it is let go is there to be shown.
            ({ type, stays }) => (withSecrets || !stays) && this.canHave(type),
        );
        this.definitions = [...known, ...this.others];
    }

    /** Whether a resource is wanted. */
    has({ found, name }: Item): boolean {
        const { type } = found.definition;
        const isMeant = (pattern: Pattern) => fits(pattern, type, name);
        const isNamed = this.others.some(({ collection }) => collection === found.template);
        const included = this.include.length === 0 || isNamed || this.include.some(isMeant);
        return included && !this.exclude.some(isMeant);
    }

    /** Whether a resource is wanted by its name, and not only by its class. */
    names({ found, name }: Item): boolean {
        return this.include.some((pattern) => pattern.name !== "*" && fits(pattern, found.definition.type, name));
    }

    private canHave(type: string): boolean {
        const included = this.include.length === 0 || this.include.some((pattern) => matches(pattern.type, type));
        return included && !this.exclude.some((pattern) => matches(pattern.type, type) && pattern.name === "*");
    }
}

/**
 * Refuses what is no pattern: `Application`, `Application:orders-*`, `*:orders-*`; or, to include, a collection.
 * @throws Error where it names no class
 */
function checkPattern(text: string, collections: boolean): void {
    if (isCollection(text) && collections) {
        const better = betterClass(classes, { collection: text });
        if (better) throw new Error(`--include ${text}: ${better}.`);
        return;
    }
    const { type } = patternOf(text);
    if (definitions.some((known) => matches(type, known.type))) return;
    const near = nearest(
        text.split(":")[0] ?? "",
        classes.map((known) => known.type),
    );
    throw new Error(`There is no class ${text}.${near ? ` Did you mean ${near}?` : ""}`);
}

/** Classes begin with a capital letter, collections do not. */
function isCollection(text: string): boolean {
    return /^[a-z]/.test(text);
}

function fits(pattern: Pattern, type: string, name: string): boolean {
    return matches(pattern.type, type) && matches(pattern.name, name);
}

function patternOf(text: string): Pattern {
    const [, type = "*", name = "*"] = /^([^:]*)(?::(.*))?$/s.exec(text) ?? [];
    return { type: type || "*", name };
}
