import { type DeclarationReflection, ReflectionKind, type SomeType } from "typedoc";
import { commentOf, declarationOf } from "./model.mjs";
import { type Links, table, tagOf, toMarkdown, typeText } from "./text.mjs";

/** The page that is being written. */
export interface Page {
    readonly links: Links;
    /** Collects the names of properties and types that have no comment. */
    readonly silent: string[];
}

/** What a table is of. */
export interface TableOptions {
    /** What somebody gives, or what somebody gets. */
    readonly subject?: "Property" | "Argument" | "Output" | "Result";
    /** The names of properties of which another may be given instead. */
    readonly alternatives?: readonly string[];
}

/** The properties as a table: what each is, what it means, and its default. */
export function propertyTable(
    properties: readonly DeclarationReflection[],
    owner: string,
    { links, silent }: Page,
    { subject = "Property", alternatives = [] }: TableOptions = {},
): string {
    const isGiven = subject === "Property" || subject === "Argument";
    const rows = properties.map((property) => {
        const comment = commentOf(property);
        const says = toMarkdown(comment?.summary, links);
        if (says === "") silent.push(`${owner}.${property.name}`);
        const byDefault = tagOf(comment, "@default", links);
        const isRequired = isGiven && !property.flags.isOptional && !alternatives.includes(property.name);
        const type = property.type ?? property.getSignature?.type;
        return [
            `\`${property.name}\`${isRequired ? "<br>required" : ""}`,
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
