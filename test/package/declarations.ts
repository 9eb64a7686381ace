import { join, sep } from "node:path";
import { expect } from "chai";
import ts from "typescript";
import { project, writeFiles } from "./packed";

const imports = [
    "pulumi-pingone",
    "pulumi-pingone/emulator",
    "pulumi-pingone/policies",
    "pulumi-pingone/runtime",
    "pulumi-pingone/testing",
];

describe("the published declarations", () => {
    let file: string;
    let program: ts.Program;

    before(async function () {
        this.timeout(600_000);
        const folder = await project();
        file = join(folder, "declarations.ts");
        writeFiles(folder, {
            "declarations.ts": imports.map((name, index) => `export * as entry${index} from "${name}";`).join("\n"),
        });
        program = ts.createProgram([file], {
            module: ts.ModuleKind.NodeNext,
            target: ts.ScriptTarget.ES2022,
            strict: true,
            skipLibCheck: false,
            noEmit: true,
            types: [],
        });
    });

    const ours = (fileName: string) => fileName.includes(`${sep}node_modules${sep}pulumi-pingone${sep}`);

    it("are without errors", () => {
        const files = program.getSourceFiles().filter(({ fileName }) => ours(fileName) || fileName === file);
        const wrong = files.flatMap((source) => [
            ...program.getSyntacticDiagnostics(source),
            ...program.getSemanticDiagnostics(source),
        ]);
        expect(wrong.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).to.deep.equal([]);
        expect(files).to.have.lengthOf.above(15);
    });

    it("lead to no type of zod or axios", () => {
        const reached = program.getSourceFiles().map(({ fileName }) => fileName);
        expect(reached.filter((file) => /[/\\]node_modules[/\\](zod|axios)/.test(file))).to.deep.equal([]);
    });

    it("say of everything exported, and of every property of it, what it is", () => {
        const checker = program.getTypeChecker();
        const undocumented: string[] = [];
        let documented = 0;
        const look = (symbol: ts.Symbol, name: string) => {
            if (symbol.getDocumentationComment(checker).length === 0) undocumented.push(name);
            else documented += 1;
        };
        const isPublic = ({ declarations = [] }: ts.Symbol) =>
            declarations.some(
                (declaration) =>
                    ours(declaration.getSourceFile().fileName) &&
                    !(ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Private),
            );

        for (const exported of imports.flatMap((entry) => exportsOf(program, file, entry))) {
            look(exported, exported.name);
            const types = [
                ...(exported.flags & ts.SymbolFlags.Type ? [checker.getDeclaredTypeOfSymbol(exported)] : []),
                ...(exported.flags & ts.SymbolFlags.Class ? [checker.getTypeOfSymbol(exported)] : []),
            ];
            for (const property of types.flatMap((type) => propertiesOf(type)))
                if (isPublic(property)) look(property, `${exported.name}.${property.name}`);
        }

        expect(undocumented).to.deep.equal([]);
        expect(documented).to.be.greaterThan(200);
    });
});

/** What a program can import, aliases followed. */
function exportsOf(program: ts.Program, from: string, entry: string): ts.Symbol[] {
    const checker = program.getTypeChecker();
    const { resolvedModule } = ts.resolveModuleName(entry, from, program.getCompilerOptions(), ts.sys);
    const source = resolvedModule && program.getSourceFile(resolvedModule.resolvedFileName);
    if (!source) throw new Error(`${entry} has no declarations`);
    const module = checker.getSymbolAtLocation(source);
    return module ? membersOf(module, checker) : [];
}

/** What a module exports; of another module that it exports under a name, what that exports. */
function membersOf(module: ts.Symbol, checker: ts.TypeChecker): ts.Symbol[] {
    return checker
        .getExportsOfModule(module)
        .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
        .flatMap((symbol) => (symbol.flags & ts.SymbolFlags.ValueModule ? membersOf(symbol, checker) : [symbol]));
}

/** The properties of a type, or of each type of a union. */
function propertiesOf(type: ts.Type): ts.Symbol[] {
    return type.isUnion() ? type.types.flatMap((part) => part.getProperties()) : type.getProperties();
}
