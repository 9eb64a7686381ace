import { type DeclarationReflection, ReflectionKind, type SomeType } from "typedoc";
import { commentOf, declarationOf } from "./model.mjs";
import { type Links, table, tagOf, toMarkdown, typeText } from "./text.mjs";

/** A type on a page, and what was found wrong with it. */
export interface Findings {
    /** Names of properties and types that have no comment. */
    readonly silent: string[];
}

/** What a table is of: what somebody gives, or what somebody gets. */
export type Subject = "Property" | "Argument" | "Output" | "Result";

/** The properties as a table: what each is, what it means, and its default. */
export function propertyTable(
    properties: readonly DeclarationReflection[],
    owner: string,
    links: Links,
    { silent }: Findings,
    subject: Subject = "Property",
): string {
    const isGiven = subject === "Property" || subject === "Argument";
    const rows = properties.map((property) => {
        const comment = commentOf(property);
        const says = toMarkdown(comment?.summary, links);
        if (says === "") silent.push(`${owner}.${property.name}`);
        const byDefault = tagOf(comment, "@default", links);
        const required = !isGiven || property.flags.isOptional ? "" : "<br>required";
        const type = property.type ?? property.getSignature?.type;
        return [
            `\`${property.name}\`${required}`,
            typeText(type, links),
            byDefault === undefined ? says : `${says}<br>*Default:* ${byDefault}`,
        ];
    });
    return table([subject, "Type", "Meaning"], rows);
}

/** The properties of an interface, without what it says is not to be given. */
export function propertiesOf(declaration: DeclarationReflection): DeclarationReflection[] {
    return (declaration.children ?? []).filter(
        ({ kind, type, flags }) =>
            (kind === ReflectionKind.Property || kind === ReflectionKind.Accessor) &&
            !flags.isExternal &&
            !(type?.type === "intrinsic" && type.name === "undefined"),
    );
}

/** What is documented and named in a type, and in what that refers to, in the order of reading. */
export function typesIn(
    type: SomeType | undefined,
    found = new Set<DeclarationReflection>(),
): Set<DeclarationReflection> {
    if (!type) return found;
    const declaration = declarationOf(type);
    if (declaration && !found.has(declaration) && isType(declaration)) {
        found.add(declaration);
        typesIn(declaration.type, found);
        for (const property of propertiesOf(declaration)) typesIn(property.type, found);
    }
    for (const part of partsOf(type)) typesIn(part, found);
    return found;
}

function isType({ kind }: DeclarationReflection): boolean {
    return kind === ReflectionKind.Interface || kind === ReflectionKind.TypeAlias;
}

function partsOf(type: SomeType): SomeType[] {
    switch (type.type) {
        case "union":
        case "intersection":
            return type.types;
        case "array":
            return [type.elementType];
        case "reference":
            return type.typeArguments ?? [];
        case "reflection":
            return (type.declaration.children ?? []).flatMap(({ type: inner }) => inner ?? []);
        default:
            return [];
    }
}
