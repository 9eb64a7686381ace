import { type DeclarationReflection, ReflectionKind } from "typedoc";
import { type ClassPage, classPage, planClass } from "./class-page.mjs";
import { lookupsPage, planLookups } from "./lookups-page.mjs";
import { commentOf, type Entry, type Model } from "./model.mjs";
import { Places } from "./places.mjs";
import { typesIn } from "./properties.mjs";
import { table, toMarkdown } from "./text.mjs";
import { signatureText, typeSection } from "./types.mjs";

/** The pages of the reference, by file name, and what is wrong with the comments that they are made of. */
export interface Reference {
    /** The names of properties and types that have no comment. */
    readonly silent: readonly string[];
    readonly pages: ReadonlyMap<string, string>;
}

/** Writes the whole reference. */
export function writeReference({ main, beside }: Model): Reference {
    const silent: string[] = [];
    const places = new Places();
    const classes = main.filter(isResource).map((declaration) => planClass(declaration, places));
    const lookups = planLookups(main, places);
    const errors = places.claim(
        "errors",
        main.filter(({ name }) => name.startsWith("PingOneError")),
    );
    const others = beside.map((entry) => ({ ...entry, ...planEntry(entry, places) }));
    // Where an object is found is told with its class.
    const rest = places.claim(
        "types",
        main.filter(
            ({ name, kind, typeParameters }) => isType(kind) && !typeParameters && !/(Place|Args|Kind)$/.test(name),
        ),
    );

    const pages = new Map<string, string>();
    for (const page of classes) pages.set(page.name, classPage(page, places, silent));
    pages.set("lookups", lookupsPage(lookups, places, silent));
    pages.set("errors", typesPage("errors", "Errors", [...errors].reverse()));
    for (const { page, title, types, functions } of others) pages.set(page, typesPage(page, title, types, functions));
    if (rest.length > 0) pages.set("types", typesPage("types", "Other types", rest));
    pages.set("README", index(classes, lookups.lookups.length > 0, beside));
    return {
        silent,
        pages: new Map([...pages].map(([name, text]) => [`${name}.md`, `${note}\n\n${text.trim()}\n`])),
    };

    function typesPage(
        page: string,
        title: string,
        types: readonly DeclarationReflection[],
        functions: readonly DeclarationReflection[] = [],
    ): string {
        const links = places.seenFrom(page);
        const calls = functions.flatMap((declaration) =>
            (declaration.signatures ?? []).map((signature) =>
                [
                    `### ${declaration.name}`,
                    toMarkdown(commentOf(declaration)?.summary, links),
                    `\`\`\`ts\n${signatureText(declaration.name, signature)}\n\`\`\``,
                ].join("\n\n"),
            ),
        );
        return [`# ${title}`, ...calls, ...types.map((type) => typeSection(type, { links, silent }))].join("\n\n");
    }
}

/** What a page of its own describes: what is called there, and the types that this takes and gives first. */
function planEntry({ page, exported }: Entry, places: Places) {
    const functions = exported.filter(({ kind }) => kind === ReflectionKind.Function);
    places.claim(page, functions);
    const called = functions.flatMap(({ signatures }) => signatures ?? []);
    const first = called.flatMap(({ parameters, type }) => [...(parameters ?? []).map((one) => one.type), type]);
    const types = places.claim(page, new Set([...first.flatMap((type) => [...typesIn(type)]), ...exported]));
    return { functions, types };
}

const note = "<!-- Made by `npm run docs` from the comments in the source: change those, not this file. -->";

function isResource({ kind, extendedTypes }: DeclarationReflection): boolean {
    return kind === ReflectionKind.Class && Boolean(extendedTypes?.some((type) => String(type) === "CustomResource"));
}

function isType(kind: ReflectionKind): boolean {
    return kind === ReflectionKind.Interface || kind === ReflectionKind.TypeAlias;
}

/** The folders of the source, as a reader calls what is in them. */
const areas: Readonly<Record<string, string>> = {
    applications: "Applications",
    resources: "Resources and scopes",
    authorize: "PingOne Authorize",
    directory: "Directory",
    "api-object": "Everything else",
};

function index(classes: readonly ClassPage[], hasLookups: boolean, beside: readonly Entry[]): string {
    const sections = Object.entries(areas).flatMap(([folder, title]) => {
        const rows = classes
            .filter(({ declaration }) => folderOf(declaration) === folder)
            .sort((one, other) => one.name.localeCompare(other.name))
            .map(({ name, declaration }) => [`[\`${name}\`](${name}.md)`, firstSentence(declaration)]);
        return [`### ${title}`, table(["Class", "In PingOne"], rows)];
    });
    return [
        "# Reference",
        "Every property of every class: its type, what it means, what PingOne accepts, its default, and whether changing it replaces the object. The same text is what editors show. A property takes a value, or an output of another resource.",
        "## Classes",
        ...sections,
        ...(hasLookups ? ["## Lookups", "[Lookups](lookups.md) find what exists already, by name or by id."] : []),
        "## Errors",
        "[Errors](errors.md) of lookups can be caught; the messages of resources are explained in [Troubleshooting](../guides/troubleshooting.md).",
        "## Beside the program",
        table(
            ["Page", "What it is"],
            beside.map(({ page, title, says }) => [`[${title}](${page}.md)`, says]),
        ),
    ].join("\n\n");
}

function folderOf(declaration: DeclarationReflection): string | undefined {
    const path = declaration.project.getSymbolIdFromReflection(declaration)?.packagePath;
    return path?.split("/")[1];
}

function firstSentence(declaration: DeclarationReflection): string {
    return toMarkdown(commentOf(declaration)?.summary, ({ name }) => `\`${name}\``)
        .replace(/^https:\S+$/gm, "")
        .trim()
        .replace(/^(.*?\.)\s.*$/s, "$1");
}
