import { expect } from "chai";
import ts from "typescript";
import { read, sourcesBelow } from "./fences";

describe("the source", () => {
    it("says in one sentence of everything that is exported what it is", () => {
        const undocumented = ["provider", "emulator", "testing", "cli", "tools"]
            .flatMap(sourcesBelow)
            .flatMap(exportsWithoutComment);
        expect(undocumented).to.deep.equal([]);
    });
});

/** The exported names that have no doc comment; one of several declarations of a name is enough. */
function exportsWithoutComment(file: string): string[] {
    const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2022, true);
    const isSaid = new Map<string, boolean>();
    for (const statement of source.statements) {
        if (!ts.canHaveModifiers(statement)) continue;
        if (!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
        const has = ts.getJSDocCommentsAndTags(statement).length > 0;
        for (const name of namesOf(statement)) isSaid.set(name, has || isSaid.get(name) === true);
    }
    return [...isSaid].filter(([, has]) => !has).map(([name]) => `${file}: ${name}`);
}

function namesOf(statement: ts.Statement): string[] {
    if (ts.isVariableStatement(statement))
        return statement.declarationList.declarations.map(({ name }) => name.getText());
    const { name } = statement as ts.Statement & { name?: ts.Identifier };
    return name ? [name.text] : [];
}
