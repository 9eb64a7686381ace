import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";

/** The folder of this repository. */
export const repository = resolve(__dirname, "../../..");

/** A block of code in a document. */
export interface Fence {
    /** The document and the line that the code starts in. */
    at: string;
    /** The file that it is, relative to a folder of the document's own: as its first line says, or else one of its own. */
    file: string;
    code: string;
}

/** The text of a document, by its path in the repository. */
export function read(document: string): string {
    return readFileSync(join(repository, document), "utf8");
}

/** The guides. */
export const guides = readdirSync(join(repository, "docs", "guides"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/guides/${name}`);

/** All documents that somebody wrote. */
export const documents = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/README.md", ...guides];

/** The files of TypeScript below a folder of the repository. */
export function sourcesBelow(folder: string): string[] {
    return readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts"))
        .map((name) => join(folder, name));
}

/** The TypeScript blocks of a document. */
export function fencesOf(document: string): Fence[] {
    const text = read(document);
    return [...text.matchAll(/^```ts\b.*?\n(.*?)^```$/gms)].map(({ 1: code = "", index }) => {
        const line = text.slice(0, index).split("\n").length + 1;
        const named = /^\/\/ (\S+\.ts)$/m.exec(code.split("\n", 1)[0] ?? "")?.[1];
        return { at: `${document}:${line}`, file: named ?? `line-${line}.ts`, code };
    });
}

/** The block of a document with this number, from 0. */
export function block(document: string, index: number): Fence {
    const fence = fencesOf(document)[index];
    if (!fence) throw new Error(`${document} has no block ${index}`);
    return fence;
}

/** The files that no document has, for the next ones that ask. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** What the compiler, with the settings of this repository, says of the blocks as if they were files of it. */
export function problemsOf(fences: Fence[]): string[] {
    const byPath = new Map(fences.map((fence) => [pathOf(fence), fence]));
    const { config } = ts.readConfigFile(join(repository, "tsconfig.json"), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, repository);
    const host = ts.createCompilerHost({ ...options, noEmit: true });
    const { fileExists, readFile, getSourceFile, directoryExists } = host;
    const folders = new Set([...byPath.keys()].map((path) => dirname(path)));
    host.directoryExists = (path) => folders.has(resolve(path)) || Boolean(directoryExists?.(path));
    host.fileExists = (path) => byPath.has(resolve(path)) || fileExists(path);
    host.readFile = (path) => byPath.get(resolve(path))?.code ?? readFile(path);
    host.getSourceFile = (path, language, ...others) => {
        const fence = byPath.get(resolve(path));
        if (fence) return ts.createSourceFile(path, fence.code, language);
        const file = parsed.get(path) ?? getSourceFile(path, language, ...others);
        parsed.set(path, file);
        return file;
    };
    const program = ts.createProgram([...byPath.keys()], { ...options, noEmit: true }, host);
    return [...byPath].flatMap(([path, { at }]) => {
        const source = program.getSourceFile(path);
        return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
            ({ messageText }) => `${at}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
        );
    });
}

/** Beside its document, in a folder that is not there: the blocks of one document see each other. */
function pathOf({ at, file }: Fence): string {
    const [document = ""] = at.split(":");
    // Contributors' blocks are files of the repository, and import such.
    const folder = file.includes("/") ? "." : join(dirname(document), `of ${document.replaceAll("/", " ")}`);
    return join(repository, folder, file);
}

/** The names of the properties of an interface or an object literal, or the texts of a union, in a file. */
export function namesIn(file: string, name: string): string[] {
    const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2022, true);
    const found: string[] = [];
    const collect = (node: ts.Node): void => {
        if (ts.isAsExpression(node)) collect(node.expression);
        else if (ts.isUnionTypeNode(node)) node.types.forEach(collect);
        else if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) found.push(node.literal.text);
        else if (ts.isObjectLiteralExpression(node)) node.properties.forEach(addName);
        else if (ts.isInterfaceDeclaration(node)) node.members.forEach(addName);
    };
    const addName = (node: ts.ObjectLiteralElementLike | ts.TypeElement): void => {
        if (node.name) found.push(node.name.getText(source));
    };
    source.forEachChild((node) => {
        if (ts.isInterfaceDeclaration(node) && node.name.text === name) collect(node);
        if (ts.isTypeAliasDeclaration(node) && node.name.text === name) collect(node.type);
        if (ts.isVariableStatement(node))
            for (const { name: variable, initializer } of node.declarationList.declarations)
                if (initializer && variable.getText(source) === name) collect(initializer);
    });
    if (found.length === 0) throw new Error(`${file} has no ${name} with names in it`);
    return found;
}
