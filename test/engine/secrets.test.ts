import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as pingone from "../../provider/index.js";
import { describeEngine, openEmulator } from "./engine.js";
import { named, webApp } from "./programs.js";
import { createStack } from "./stack.js";

const clientSecret = "canary-client-secret";

const inputs = {
    description: "canary-description",
    jwks: '{"keys":[{"kty":"RSA","kid":"canary-jwks","e":"AQAB","n":"0vx7"}]}',
    decryptionKey: "canary-decryption-key",
    verificationKey: "canary-verification-key",
    scopeDescription: "canary-scope-description",
    origin: "https://canary-origin.example.com",
};

const program =
    (more: Partial<pingone.WebApplicationArgs> = {}) =>
    async () => {
        const web = new pingone.Application("web", {
            ...webApp,
            description: pulumi.secret(inputs.description),
            tokenEndpointAuthMethod: "PRIVATE_KEY_JWT",
            jwks: pulumi.secret(inputs.jwks),
            corsSettings: { behavior: "ALLOW_SPECIFIC_ORIGINS", origins: [pulumi.secret(inputs.origin)] },
            ...more,
        });
        new pingone.Application("app", {
            type: "NATIVE_APP",
            protocol: "OPENID_CONNECT",
            mobile: {
                integrityDetection: {
                    mode: "ENABLED",
                    cacheDuration: { amount: 1, units: "HOURS" },
                    // Not marked as secrets by the program: they are by themselves.
                    googlePlay: {
                        verificationType: "INTERNAL",
                        decryptionKey: inputs.decryptionKey,
                        verificationKey: inputs.verificationKey,
                    },
                },
            },
        });
        const api = new pingone.CustomResource("api");
        new pingone.ResourceScope("read", {
            resourceId: api.id,
            description: pulumi.secret(inputs.scopeDescription),
        });
        const { secret } = pingone.getApplicationSecretOutput({ applicationId: web.id });
        return { secret, nested: { url: pulumi.interpolate`https://web:${secret}@example.com` } };
    };

describeEngine("secrets", () => {
    const { error } = console;
    let log = "";
    before("keep what lookups, which run in this process, log", () => {
        console.error = (...texts) => {
            log += texts.join(" ");
        };
    });
    after("let others log again", () => {
        console.error = error;
    });

    it("appear in no output, no error, no log and in nothing that Pulumi writes", async () => {
        const emulator = await openEmulator({ clientSecret });
        const stack = await createStack({ program: program(), env: { ...emulator.env, PINGONE_LOG: "debug" } });
        let shown = "";
        const operate = async (operation: "preview" | "up" | "refresh" | "destroy", expectFailure = false) => {
            const outcome = await stack[operation]({ expectFailure, ...(operation !== "refresh" && { diff: true }) });
            shown += outcome.output + outcome.errors + outcome.warnings + JSON.stringify(outcome.steps);
            return outcome;
        };

        await operate("preview");
        const up = await operate("up");
        expect(up.output).to.match(
            /pingone: POST \/v1\/environments\/\S+\/applications 201 \d+ ms, attempt 1, correlation id /,
        );

        const { id } = named(emulator, "applications", "web");
        const { secret: applicationSecret } = JSON.parse(
            await stack.pulumi("stack", "output", "--json", "--show-secrets"),
        );
        expect(applicationSecret).to.match(/^.{64}$/);

        for (const collection of ["applications", "scopes"] as const) {
            for (const object of emulator.snapshot()[collection]) {
                emulator.edit(object.id, (edited) => {
                    edited.description = "canary-that-drifted";
                });
            }
        }
        await operate("refresh");
        const repaired = await operate("up");
        expect(repaired.changes).to.include({ update: 2 });
        expect(emulator.get(id)).to.include({ description: inputs.description });

        const sent = [inputs.description, inputs.jwks, inputs.origin];
        const details = sent.map((value) => ({ code: "INVALID_VALUE", target: "jwks", message: `${value} is wrong` }));
        emulator.fault({
            method: "PUT",
            effect: {
                status: 400,
                body: JSON.stringify({ id: "1", code: "INVALID_DATA", message: inputs.description, details }),
            },
        });
        stack.program = program({ pkceEnforcement: "REQUIRED" });
        const refused = await operate("up", true);
        expect(refused.errors.join("\n")).to.contain("jwks: [withheld] is wrong (INVALID_VALUE)");
        shown += await stack.pulumi("stack", "output");
        shown += await stack.pulumi("stack", "export");
        const written = stack.writtenText();
        await operate("destroy");

        expect(log).to.match(/pingone: GET \S+\/secret 200/);
        const tokens = emulator.requests.map(({ headers }) => headers.authorization?.replace(/^\w+ /, "") ?? "");
        const canaries = [clientSecret, ...Object.values(inputs), "canary-", applicationSecret, ...new Set(tokens)];
        for (const canary of canaries)
            for (const [where, text] of Object.entries({ log, shown, written, after: stack.writtenText() }))
                expect(text.includes(canary), `${canary} in what is ${where}`).to.equal(false);
    });
});
