import { type DeclarationReflection, ReflectionKind, type SomeType } from "typedoc";
import { basesOf, commentOf, declarationOf, interfacesOf } from "./model.mjs";
import type { Places } from "./places.mjs";
import { type Page, propertiesOf, propertyTable, typesIn } from "./properties.mjs";
import { plainText, tagOf, toMarkdown } from "./text.mjs";
import { typeSection } from "./types.mjs";

/** A class of PingOne objects, and what its page holds. */
export interface ClassPage {
    readonly name: string;
    readonly declaration: DeclarationReflection;
    /** The interfaces whose properties the class takes, the general ones first. */
    readonly kinds: readonly DeclarationReflection[];
    /** Other types that are described on this page. */
    readonly types: readonly DeclarationReflection[];
}

/** Plans the page of a class: which types have their place there. */
export function planClass(declaration: DeclarationReflection, places: Places): ClassPage {
    const { name } = declaration;
    const args = argsOf(declaration);
    const members = interfacesOf(args);
    const kinds = members.length > 1 ? [...new Set(members.flatMap(withBases))] : members;
    places.claim(name, [declaration]);
    const own = places.claim(name, kinds);
    // What lookups find is told with them.
    const taken = [...typesIn(args)].filter((type) => !type.name.startsWith("Get"));
    const types = places.claim(name, taken).filter((type) => type.name !== args?.toString());
    return { name, declaration, kinds: kinds.filter((kind) => own.includes(kind)), types };
}

function withBases(declaration: DeclarationReflection): DeclarationReflection[] {
    // What every class has is told with the most general kind of the class.
    return [
        ...basesOf(declaration)
            .filter(({ name }) => name !== "Where")
            .flatMap(withBases),
        declaration,
    ];
}

/** Writes the page. */
export function classPage(plan: ClassPage, places: Places, silent: string[]): string {
    const { name, declaration, kinds, types } = plan;
    const links = places.seenFrom(name);
    const page: Page = { links, silent };
    const comment = commentOf(declaration);
    if (!comment) silent.push(name);
    const example = tagOf(comment, "@example", links);
    return [
        `# ${name}`,
        toMarkdown(comment?.summary, links).replace(/^https:\S+$/gm, (url) => `[In PingOne's documentation](${url})`),
        example && fenced(example),
        "## Properties",
        ...propertySections(kinds, page),
        ...outputSection(plan, page),
        ...getSection(declaration),
        ...(types.length > 0 ? ["## Types", ...types.map((type) => typeSection(type, page))] : []),
    ]
        .filter(Boolean)
        .join("\n\n");
}

function fenced(example: string): string {
    return example.startsWith("```") ? example : `\`\`\`ts\n${example}\n\`\`\``;
}

function propertySections(kinds: ClassPage["kinds"], page: Page): string[] {
    const [only] = kinds;
    if (kinds.length === 1 && only) return [propertyTable(propertiesOf(only), only.name, page)];
    return kinds.flatMap((kind) => {
        const bases = basesOf(kind).filter((base) => kinds.includes(base));
        const others = new Set(bases.flatMap(propertiesOf).map(({ name }) => name));
        const own = propertiesOf(kind).filter(({ name, inheritedFrom }) => !inheritedFrom || !others.has(name));
        const more = bases.map((base) => page.links(base)).join(", ");
        return [
            `### ${kind.name}`,
            [toMarkdown(commentOf(kind)?.summary, page.links), more && `It has those of ${more}, too.`]
                .filter(Boolean)
                .join(" "),
            propertyTable(own, kind.name, page),
        ];
    });
}

/** What the class shows besides what it was given. */
function outputSection({ name, declaration, kinds }: ClassPage, page: Page): string[] {
    const given = new Set(kinds.flatMap(propertiesOf).map((property) => property.name));
    const shown = propertiesOf(declaration).filter((property) => !given.has(property.name));
    const all = `Every property is an output, too. \`id\` is the object's id in PingOne.`;
    return ["## Outputs", all, propertyTable(shown, name, page, { subject: "Output" })];
}

function getSection(declaration: DeclarationReflection): string[] {
    const get = declaration.children?.find(({ name, kind }) => name === "get" && kind === ReflectionKind.Method);
    const [signature] = get?.signatures ?? [];
    if (!signature) return [];
    const parameters = (signature.parameters ?? []).map(
        ({ name, type, flags, defaultValue }) =>
            `${name}${flags.isOptional || defaultValue !== undefined ? "?" : ""}: ${parameterText(type)}`,
    );
    return [
        "## Reading without managing",
        toMarkdown(signature.comment?.summary, () => undefined),
        `\`\`\`ts\n${declaration.name}.get(${parameters.join(", ")})\n\`\`\``,
    ];
}

/** Where an object is found is spelled out: it is what a reader looks for. */
function parameterText(type: SomeType | undefined): string {
    const declaration = declarationOf(type);
    return declaration?.kind === ReflectionKind.TypeAlias || declaration?.name === "Where"
        ? placeText(type)
        : plainText(type).replace("ID", "string");
}

function placeText(type: SomeType | undefined): string {
    const alternatives = declarationOf(type)?.type ?? type;
    if (alternatives?.type === "union") return alternatives.types.map(placeText).join(" | ");
    const members = membersOf(type);
    if (!members) return plainText(type);
    const text = members.map(({ name, flags }) => `${name}${flags.isOptional ? "?" : ""}`);
    return `{ ${[...new Set(text)].join(", ")} }`;
}

function membersOf(type: SomeType | undefined): DeclarationReflection[] | undefined {
    const declaration = declarationOf(type);
    if (declaration) return declaration.type ? membersOf(declaration.type) : propertiesOf(declaration);
    if (type?.type === "intersection") {
        const members = type.types.map(membersOf);
        return members.every((one) => one !== undefined) ? members.reverse().flat() : undefined;
    }
    if (type?.type === "reference" && type.name === "Pick") {
        const [of, names] = type.typeArguments ?? [];
        const picked = plainText(names);
        return membersOf(of)?.filter(({ name }) => picked.includes(`"${name}"`));
    }
    return undefined;
}

function argsOf(declaration: DeclarationReflection): SomeType | undefined {
    const made = declaration.children?.find(({ kind }) => kind === ReflectionKind.Constructor);
    return made?.signatures?.[0]?.parameters?.find(({ name }) => name === "args")?.type;
}
