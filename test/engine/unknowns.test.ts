import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as pingone from "../../provider/index.js";
import { describeEngine, openEmulator } from "./engine.js";
import { grantsIn, named, webApp } from "./programs.js";
import { createStack } from "./stack.js";

describeEngine("a value that is not known before the deployment", () => {
    it("may stand anywhere: a preview succeeds and sends nothing, also where something it depends on is replaced", async () => {
        const emulator = await openEmulator();
        const keyRotationPolicyId = emulator.objects("keyRotationPolicies")[0]?.id ?? "";
        const program = (type: "SERVICE" | "WORKER") => async () => {
            const { id } = new pingone.Application("source", {
                type,
                protocol: "OPENID_CONNECT",
                tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
            });
            const web = new pingone.Application("web", {
                ...webApp,
                name: pulumi.interpolate`of-${id}`,
                redirectUris: ["https://orders.example.com", pulumi.interpolate`https://orders.example.com/${id}`],
                corsSettings: id.apply((known) => ({
                    behavior: "ALLOW_SPECIFIC_ORIGINS" as const,
                    origins: [`https://${known}.example.com`],
                })),
                parTimeout: id.apply((known) => known.length),
                enabled: id.apply((known) => known !== ""),
                signing: { keyRotationPolicyId: id.apply(() => keyRotationPolicyId) },
                environmentId: id.apply(() => emulator.environmentId),
            });
            const api = new pingone.CustomResource("api", {
                description: id,
                audience: pulumi.interpolate`https://${id}`,
            });
            const scopes = ["read", "write"].map((name) => new pingone.ResourceScope(name, { resourceId: api.id }));
            new pingone.Grant("grant", {
                applicationId: web.id,
                resourceId: api.id,
                scopeIds: pulumi.all(scopes.map((scope) => scope.id)),
            });
        };
        const stack = await createStack({ program: program("SERVICE"), env: emulator.env });

        expect((await stack.preview()).changes).to.deep.equal({ create: 6 });
        expect(emulator.requests).to.deep.equal([]);
        await stack.up();
        const { id } = named(emulator, "applications", "source");
        expect(named(emulator, "applications", `of-${id}`)).to.deep.include({
            redirectUris: ["https://orders.example.com", `https://orders.example.com/${id}`],
            corsSettings: { behavior: "ALLOW_SPECIFIC_ORIGINS", origins: [`https://${id}.example.com`] },
            parTimeout: 36,
            signing: { keyRotationPolicy: { id: keyRotationPolicyId } },
        });
        expect(grantsIn(emulator)).to.deep.equal([`of-${id} may api: read write`]);

        emulator.clearRequests();
        stack.program = program("WORKER");
        const preview = await stack.preview();
        expect(preview.changes).to.include({ update: 1 });
        expect(emulator.requests).to.deep.equal([]);
        await stack.up();
        await stack.expectNoChanges();
    });
});

describeEngine("inputs that are not valid", () => {
    it("are reported at the preview, all of a resource at once, with path and remedy and without their values", async () => {
        const emulator = await openEmulator();
        const canary = "canary-of-a-wrong-type";
        const wrong = {
            type: "WEB_APP",
            protocol: "OPENID_CONNECT",
            description: pulumi.secret([canary]),
            redirectUri: "https://orders.example.com",
            redirectUris: ["https://orders.example.com", `http://${canary}.example.com`, 5],
            grantTypes: ["CLIENT_CREDENTIALS", canary],
            responseTypes: canary,
            pkceEnforcement: canary,
            parTimeout: 601,
            deviceTimeout: 1.5,
            enabled: canary,
            jwks: { keys: [canary] },
            signing: { keyRotationPolicyId: canary },
            corsSettings: { behaviour: canary },
            tags: ["PING_FED_CONNECTION_INTEGRATION"],
            supportUnsignedRequestObject: true,
            requireSignedRequestObject: true,
            environmentId: canary,
        };
        const stack = await createStack({
            program: async () => {
                new pingone.Application("web", wrong as unknown as pingone.WebApplicationArgs);
            },
            env: emulator.env,
        });

        const preview = await stack.preview({ expectFailure: true });

        const problems = preview.errors.flatMap((error) => error.split("\n")).map((line) => line.trim());
        for (const problem of [
            "description must be a string",
            "redirectUri is not a property of Application; did you mean redirectUris?",
            "redirectUris[1] must be an https URL or have a scheme of the application's own; http is only for localhost and 127.0.0.1",
            "redirectUris[2] must be a string",
            "grantTypes[1] must be one of AUTHORIZATION_CODE, IMPLICIT, REFRESH_TOKEN, CLIENT_CREDENTIALS, DEVICE_CODE, TOKEN_EXCHANGE, CIBA",
            "responseTypes must be a list",
            "pkceEnforcement must be one of OPTIONAL, REQUIRED, S256_REQUIRED",
            "parTimeout must be at most 600",
            "deviceTimeout must be a whole number",
            "enabled must be true or false",
            "jwks must be a string",
            "signing.keyRotationPolicyId must be the id (a UUID) of an object in PingOne",
            "corsSettings.behavior is required: one of ALLOW_NO_ORIGINS, ALLOW_SPECIFIC_ORIGINS",
            "corsSettings.behaviour is not a property of corsSettings",
            "tags belongs to type WORKER only, and this Application has type WEB_APP",
            "requireSignedRequestObject must not be true together with supportUnsignedRequestObject",
            "environmentId must be the id (a UUID) of an object in PingOne",
        ]) {
            expect(
                problems.filter((line) => line.includes(problem)),
                `${problem}\n${problems.join("\n")}`,
            ).to.have.length(1);
        }
        expect(preview.output + stack.writtenText()).not.to.contain(canary);
        expect(emulator.requests).to.deep.equal([]);
    });
});
