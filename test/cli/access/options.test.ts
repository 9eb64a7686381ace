import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { accessCommand } from "../../../cli/access/index";
import { command } from "../command";
import { runHere } from "../run";

describe("pulumi-pingone access: its options", () => {
    let folder: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "pingone-access-"));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    it("has help with examples, exit codes, and where the configuration is from", async () => {
        const { code, stdout } = await command(["access", "--help"]);
        expect(code).to.equal(0);
        for (const text of ["Usage: pulumi-pingone access", "PINGONE_CLIENT_ID", "--plan -", "Exit codes: 0 done"])
            expect(stdout).to.include(text);
    });

    for (const [args, message] of [
        [["--format", "pdf"], "Allowed choices are table, json, mermaid, markdown, html"],
        [["--environment", "production"], "It is the id (a UUID) of an environment."],
        [["--plan", "-", "--live"], "cannot be used with option '--live'"],
        [["--saved", "a.json", "--stack", "dev"], "cannot be used with option '--stack"],
        [["--compare", "a.json"], "--compare takes two"],
        [["--compare", "a.json", "b.json", "c.json"], "--compare takes two"],
        [["--cwd", "."], "--cwd says where a stack is; name it with --stack."],
        [["--saved", "none.json"], "Could not read none.json"],
    ] as const) {
        it(`refuses ${args.join(" ")}`, async () => {
            const { code, stdout, stderr } = await runHere(accessCommand(), args, {});
            expect(code).to.equal(1);
            expect(stdout).to.equal("");
            expect(stderr).to.include(message);
        });
    }

    for (const [content, message] of [
        ["hello", "is not a file that `pulumi-pingone access --format json` wrote"],
        ["{}", "is not a file that `pulumi-pingone access --format json` wrote"],
        ['{"format":"pulumi-pingone/access","version":2}', "has version 2 of the form"],
        ['{"format":"pulumi-pingone/access","version":1}', "is damaged"],
    ] as const) {
        it(`refuses the saved ${content}`, async () => {
            const file = join(folder, "saved.json");
            writeFileSync(file, content);
            const { code, stderr } = await runHere(accessCommand(), ["--saved", file], {});
            expect(code).to.equal(1);
            expect(stderr).to.include(file).and.to.include(message);
        });
    }

    for (const [content, message] of [
        ["", "standard input does not hold what `pulumi preview --json` prints: it is empty."],
        ["error: no stack", "standard input does not hold what `pulumi preview --json` prints."],
        ['{"steps":[]}', "names no stack; name it with --stack."],
        [
            '{"steps":[],"diagnostics":[{"severity":"error","message":"error: scope.id is required"}]}',
            "The preview in standard input failed, so it is no plan:\nerror: scope.id is required",
        ],
    ] as const) {
        it(`refuses the plan ${JSON.stringify(content)}`, async () => {
            const { code, stderr } = await command(["access", "--plan", "-"], { input: content });
            expect(code).to.equal(1);
            expect(stderr).to.include(message);
        });
    }

    it("says what to do when there is no Pulumi CLI", async () => {
        const { code, stderr } = await command(["access", "--stack", "dev"], { env: { PATH: folder } });
        expect(code).to.equal(1);
        expect(stderr).to.include('Could not read the stack "dev": the Pulumi CLI is not on PATH');
        expect(stderr).to.include("https://www.pulumi.com/docs/install/");
    });
});
