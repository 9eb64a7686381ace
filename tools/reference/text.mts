import type { Comment, CommentDisplayPart, DeclarationReflection, SomeType } from "typedoc";
import { declarationOf } from "./model.mjs";

/** Makes a link to a type that has a place of its own, if it has one. */
export type Links = (declaration: DeclarationReflection) => string | undefined;

/** Text of a comment as Markdown. */
export function toMarkdown(parts: readonly CommentDisplayPart[] | undefined, links: Links): string {
    return (parts ?? [])
        .map((part) => {
            if (part.kind !== "inline-tag") return part.text;
            const target = part.target as DeclarationReflection | undefined;
            return (target && typeof target === "object" && links(target)) || `\`${part.text}\``;
        })
        .join("")
        .trim();
}

/** The content of a tag such as `@default`. */
export function tagOf(comment: Comment | undefined, tag: `@${string}`, links: Links): string | undefined {
    const content = comment?.getTag(tag)?.content;
    if (!content) return undefined;
    // The generator takes what has no code in it for code.
    return toMarkdown(content, links).replace(/^```ts\n(.*)\n```$/s, "$1");
}

/** A text for a cell of a table. */
function toCell(text: string): string {
    return text
        .replace(/\s*\n\s*/g, " ")
        .replaceAll("\\|", "|")
        .replaceAll("|", "\\|");
}

/** A table, or nothing where it would be empty. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
    if (rows.length === 0) return "";
    const line = (cells: readonly string[]) => `| ${cells.map(toCell).join(" | ")} |`;
    return [line(heads), `|${heads.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

/** Names of Pulumi's types that say only that a value may come later, or has come. */
const wrappers = ["Input", "Output", "OutputInstance", "UnwrappedObject", "UnwrappedArray", "Promise"];

/** A type as a reader of a program needs it: what the value is, not how it gets there. */
export function typeText(type: SomeType | undefined, links: Links): string {
    switch (type?.type) {
        case "union":
            return type.types
                .filter((one) => !isUndefined(one))
                .map((one) => typeText(one, links))
                .join(" | ");
        case "array":
            return listOf(typeText(type.elementType, links));
        case "reference": {
            const [inner] = type.typeArguments ?? [];
            if (wrappers.includes(type.name) && inner)
                return type.name === "UnwrappedArray" ? listOf(typeText(inner, links)) : typeText(inner, links);
            const link = links(declarationOf(type) as DeclarationReflection);
            return link ?? code(plainText(type));
        }
        case undefined:
            return "";
        default:
            return code(plainText(type));
    }
}

function listOf(element: string): string {
    if (/^`[^`]*`$/.test(element)) return `\`${element.slice(1, -1)}[]\``;
    return `list of ${element}`;
}

function isUndefined(type: SomeType): boolean {
    return type.type === "intrinsic" && type.name === "undefined";
}

function code(text: string): string {
    return `\`${text}\``;
}

/** The text of a type without what wraps values. */
export function plainText(type: SomeType | undefined): string {
    let text = String(type ?? "void");
    for (let before = ""; before !== text; ) {
        before = text;
        text = text.replace(/\b(?:Input|Output|OutputInstance|UnwrappedObject)<((?:[^<>]|<[^<>]*>)*)>/g, "$1");
    }
    return text;
}
