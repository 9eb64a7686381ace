import { type DeclarationReflection, ReflectionKind, type SomeType } from "typedoc";
import { commentOf, declarationOf } from "./model.mjs";
import type { Places } from "./places.mjs";
import { type Page, propertiesOf, propertyTable, typesIn } from "./properties.mjs";
import { type Links, plainText, toMarkdown } from "./text.mjs";
import { typeSection } from "./types.mjs";

const file = "lookups";

/** The functions that find what exists, on one page. */
export interface LookupsPage {
    readonly lookups: readonly Lookup[];
}

interface Lookup {
    readonly declaration: DeclarationReflection;
    readonly args?: SomeType;
    readonly result?: DeclarationReflection;
    /** Types that are described below the lookup. */
    readonly types: readonly DeclarationReflection[];
}

/** Plans the page. */
export function planLookups(main: readonly DeclarationReflection[], places: Places): LookupsPage {
    const functions = main.filter(({ kind, name }) => kind === ReflectionKind.Function && !/Output$/.test(name));
    places.claim(file, functions);
    const lookups = functions.map((declaration): Lookup => {
        const [signature] = declaration.signatures ?? [];
        const args = signature?.parameters?.[0]?.type;
        const returned = signature?.type;
        const answer = returned?.type === "reference" ? returned.typeArguments?.[0] : undefined;
        const result = declarationOf(answer);
        const own = places.claim(file, typesIn(answer));
        return {
            declaration,
            args,
            result: result && own.includes(result) ? result : undefined,
            types: own.filter((type) => type !== result),
        };
    });
    return { lookups };
}

/** Writes the page. */
export function lookupsPage({ lookups }: LookupsPage, places: Places, silent: string[]): string {
    const links = places.seenFrom(file);
    return [
        "# Lookups",
        "Functions that find what exists already; [the guide](../guides/lookups.md) says how they behave. Each also exists as `...Output`, which takes outputs of resources and answers with an output.",
        lookups.map(({ declaration: { name } }) => `[\`${name}\`](#${name.toLowerCase()})`).join(", "),
        ...lookups.map((lookup) => section(lookup, { links, silent })),
    ].join("\n\n");
}

function section({ declaration, args, result, types }: Lookup, page: Page): string {
    const { links } = page;
    const { name, signatures } = declaration;
    const asked = argumentsOf(args);
    const choices = alternativesOf(args);
    const either = choices.map((names) => names.map((one) => `\`${one}\``).join(" or "));
    const answer = signatures?.[0]?.type;
    return [
        `## ${name}`,
        toMarkdown(commentOf(declaration)?.summary, links),
        either.length > 0 && `Give one of ${either.join(", and one of ")}.`,
        asked.length > 0 && propertyTable(asked, name, page, { subject: "Argument", alternatives: choices.flat() }),
        result ? "It answers with:" : `It answers with ${answerText(answer, links)}.`,
        ...[...(result ? [result] : []), ...types].map((type) => typeSection(type, page, { subject: "Result" })),
    ]
        .filter(Boolean)
        .join("\n\n");
}

function answerText(type: SomeType | undefined, links: Links): string {
    const answer = type?.type === "reference" ? type.typeArguments?.[0] : undefined;
    const declaration = declarationOf(answer);
    return (declaration && links(declaration)) ?? `\`${plainText(answer)}\``;
}

/** The names of arguments of which one is given, for each choice that there is. */
function alternativesOf(type: SomeType | undefined): string[][] {
    if (type?.type === "intersection") return type.types.flatMap(alternativesOf);
    if (type?.type !== "reference") return [];
    if (type.name === "Either") return [argumentsOf(type).map(({ name }) => name)];
    return alternativesOf(declarationOf(type)?.type);
}

/** The arguments, alternatives beside each other; where they are looked for comes last. */
function argumentsOf(type: SomeType | undefined): DeclarationReflection[] {
    if (type?.type === "intersection" || type?.type === "union") {
        const all = [...type.types].reverse().flatMap(argumentsOf);
        return all.filter(({ name }, index) => all.findIndex((other) => other.name === name) === index);
    }
    if (type?.type === "reflection") return type.declaration.children ?? [];
    const declaration = declarationOf(type);
    if (type?.type === "reference" && type.name === "Either") return (type.typeArguments ?? []).flatMap(argumentsOf);
    if (declaration) return declaration.type ? argumentsOf(declaration.type) : propertiesOf(declaration);
    return [];
}
