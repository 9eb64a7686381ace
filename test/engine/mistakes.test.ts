import { expect } from "chai";
import * as pingone from "../../provider/index.js";
import { describeEngine, openEmulator } from "./engine.js";
import { begin, type Moves } from "./moves.js";
import { webApp } from "./programs.js";

describeEngine("two grants for one application and resource", () => {
    /** A program with these grants of one scope each. */
    const program = (grants: Record<string, string>) => () => {
        const web = new pingone.Application("web", webApp);
        const api = new pingone.CustomResource("api");
        const scopes = Object.fromEntries(
            ["read", "write"].map((name) => [name, new pingone.ResourceScope(name, { resourceId: api.id })]),
        );
        for (const [name, scope] of Object.entries(grants))
            new pingone.Grant(name, { applicationId: web.id, resourceId: api.id, scopes: [scopes[scope] ?? scope] });
    };
    const advice = /one grant for each resource[\s\S]*scopes/;

    it("in one program are refused, at preview where the ids are known, equal ones, too", async () => {
        const { emulator, stack, up, preview } = await begin(await openEmulator());
        const first = await up(program({ one: "read", other: "write" }), { expectFailure: true });
        expect(first.errors.join("\n")).to.match(advice).and.not.contain("dependsOn").and.not.contain("aliases");

        emulator.clearRequests();
        const second = await stack.preview({ expectFailure: true });
        expect(second.errors.join("\n")).to.match(advice);
        const copies = await preview(program({ one: "read", other: "read" }), { expectFailure: true });
        expect(copies.errors.join("\n"))
            .to.match(advice)
            .and.match(/the same as of the Grant "(one|other)" of this program/);
        expect(emulator.requests).to.deep.equal([]);
    });

    it("of which another program has one are refused with the id of that", async () => {
        const { emulator, stack, up } = await begin(await openEmulator(), program({ one: "read" }));
        await stack.pulumi("state", "delete", stack.resource("one").urn, "--yes");
        const { errors } = await up(program({ one: "read" }), { expectFailure: true });
        const [grant] = emulator.snapshot().grants;
        expect(errors.join("\n")).to.match(advice).and.contain(`import: "${grant?.id}"`);
    });
});

describeEngine("two resources of one name", () => {
    it("are refused at preview, also where they are equal and neither exists", async () => {
        const { preview } = await begin(await openEmulator());
        const copies = await preview(
            () => {
                new pingone.CustomResource("api");
                new pingone.CustomResource("copy", { name: "api" });
            },
            { expectFailure: true },
        );
        expect(copies.errors.join("\n")).to.match(
            /name is the same as of the CustomResource "(api|copy)" of this program/,
        );
    });
});

describeEngine("a program in JavaScript", () => {
    const id = "00000000-0000-4000-8000-000000000000";
    const mistakes: Record<string, { program: () => unknown; message: RegExp }> = {
        "an application without properties": {
            program: () => Reflect.construct(pingone.Application, ["x"]),
            message: /protocol is required/,
        },
        "a grant without properties": {
            program: () => Reflect.construct(pingone.Grant, ["x"]),
            message: /applicationId is required/,
        },
        "a grant that is read without its application": {
            program: () => Reflect.apply(pingone.Grant.get, pingone.Grant, ["x", id]),
            message: /applicationId/,
        },
        "a scope that is read without its resource": {
            program: () => Reflect.apply(pingone.ResourceScope.get, pingone.ResourceScope, ["x", id]),
            message: /resourceId/,
        },
    };

    let moves: Moves;

    before("have a stack", async () => {
        moves = await begin(await openEmulator());
    });

    for (const [title, { program, message }] of Object.entries(mistakes)) {
        it(`hears which property is missing, not what went wrong inside: ${title}`, async () => {
            const { output } = await moves.preview(program, { expectFailure: true });
            expect(output)
                .to.match(message)
                .and.not.match(/TypeError|undefined|fault in pulumi-pingone/);
        });
    }
});
