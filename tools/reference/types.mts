import { type DeclarationReflection, ReflectionKind, type SignatureReflection } from "typedoc";
import { commentOf } from "./model.mjs";
import { type Page, propertiesOf, propertyTable, type TableOptions } from "./properties.mjs";
import { table, toMarkdown, typeText } from "./text.mjs";

/** A type with its properties, or with what it stands for. */
export function typeSection(declaration: DeclarationReflection, page: Page, options?: TableOptions): string {
    const { links, silent } = page;
    const says = toMarkdown(commentOf(declaration)?.summary, links);
    if (says === "") silent.push(declaration.name);
    const properties = propertiesOf(declaration).filter((property) => !callOf(property));
    return [
        `### ${declaration.name}`,
        says,
        declaration.kind === ReflectionKind.TypeAlias && typeText(declaration.type, links),
        propertyTable(properties, declaration.name, page, options),
        callTable(declaration, page),
    ]
        .filter(Boolean)
        .join("\n\n");
}

/** What can be called of an object. */
function callTable(declaration: DeclarationReflection, { links, silent }: Page): string {
    const rows = (declaration.children ?? []).flatMap((child) => {
        const call = callOf(child);
        if (!call || child.flags.isExternal) return [];
        const says = toMarkdown(child.comment?.summary ?? call.comment?.summary, links);
        if (says === "") silent.push(`${declaration.name}.${child.name}`);
        return [[`\`${signatureText(child.name, call)}\``, says]];
    });
    return table(["Call", "What it does"], rows);
}

function callOf({ kind, signatures, type }: DeclarationReflection): SignatureReflection | undefined {
    if (kind === ReflectionKind.Method) return signatures?.[0];
    return type?.type === "reflection" ? type.declaration.signatures?.[0] : undefined;
}

/** A call as it is written in TypeScript. */
export function signatureText(
    name: string,
    { parameters = [], typeParameters = [], type }: SignatureReflection,
): string {
    const given = parameters.map(
        ({ name, type, flags, defaultValue }) =>
            `${name}${flags.isOptional || defaultValue !== undefined ? "?" : ""}: ${String(type)}`,
    );
    const variables = typeParameters.length > 0 ? `<${typeParameters.map((one) => one.name).join(", ")}>` : "";
    return `${name}${variables}(${given.join(", ")}): ${String(type)}`;
}
