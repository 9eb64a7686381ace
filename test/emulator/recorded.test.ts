import { expect } from "chai";
import { withReference } from "../support/reference";
import { type Body, closeAll, created, example, open, requestToken, send, webApp } from "./client";

const SAME = ["id", "createdAt", "updatedAt", "_links", "environment"];
const names = (value: object) => Object.keys(value).sort();

/** Everything in the recorded answer is in the emulator's, values included where they are not made up by the server. */
function expectAlike(actual: Body, recorded: Body, replaced: readonly string[]): void {
    expect(names(actual)).to.deep.equal(names(recorded));
    expect(names(actual._links)).to.deep.equal(names(recorded._links));
    for (const name of names(recorded).filter((key) => ![...SAME, ...replaced].includes(key)))
        expect(actual[name], name).to.deep.equal(recorded[name]);
    expect(actual.createdAt).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
}

describe(
    "emulator: recorded examples",
    withReference(() => {
        afterEach(closeAll);

        for (const [name, replaced] of [
            ["application_native_app_201", ["description", "clientId", "signing"]],
            ["application_web_app_201", ["name", "signing"]],
            ["resource_create_201", ["name", "audience"]],
        ] as const) {
            it(`answers ${name} as recorded`, async () => {
                const { call } = await open();
                const { path, request, status, response } = example(name);
                const answer = await call("POST", path.slice(path.lastIndexOf("/")), request);
                expect(answer.status).to.equal(status);
                expectAlike(answer.body, response, replaced);
            });
        }

        it("fills in a key rotation policy and links to it", async () => {
            const session = await open();
            const { signing, _links } = await created(session, "/applications", webApp());
            expect(_links.keyRotationPolicy.href).to.match(
                new RegExp(`/keyRotationPolicies/${signing.keyRotationPolicy.id}$`),
            );
        });

        it("answers grant_create_201 and grant_update_200 as recorded", async () => {
            const session = await open();
            const app = await created(session, "/applications", webApp());
            const api = await created(session, "/resources", { name: "orders" });
            const read = await created(session, `/resources/${api.id}/scopes`, { name: "read" });
            const write = await created(session, `/resources/${api.id}/scopes`, { name: "write" });
            const grants = `/applications/${app.id}/grants`;
            const grant = await created(session, grants, { resource: { id: api.id }, scopes: [{ id: read.id }] });
            expectAlike(grant, example("grant_create_201").response, ["resource", "application", "scopes"]);
            expect(grant.application).to.deep.equal({ id: app.id });

            const answer = await session.call("PUT", `${grants}/${grant.id}`, {
                resource: { id: api.id },
                scopes: [{ id: read.id }, { id: write.id }],
            });
            expect(answer.status).to.equal(200);
            expectAlike(answer.body, example("grant_update_200").response, ["resource", "application", "scopes"]);
            expect(answer.body.scopes).to.deep.equal([{ id: write.id }, { id: read.id }]);
        });

        it("answers scope_custom_create_201 as recorded", async () => {
            const session = await open();
            const api = await created(session, "/resources", { name: "orders" });
            const { request, response } = example("scope_custom_create_201");
            expectAlike(await created(session, `/resources/${api.id}/scopes`, request), response, ["resource"]);
        });

        it("answers scopes of the built-in resources as documented", async () => {
            const session = await open();
            for (const [name, type] of [
                ["scope_openid_create_201", "OPENID_CONNECT"],
                ["scope_pingone_api_create_201", "PINGONE_API"],
            ]) {
                const parent = session.emulator.objects("resources").find((resource) => resource.type === type);
                const { request, response } = example(String(name));
                const scope = await created(session, `/resources/${parent?.id}/scopes`, request);
                expect(names(scope)).to.deep.equal(names({ _links: {}, ...response }));
            }
        });

        it("accepts every documented request of the types it has", async () => {
            const session = await open();
            for (const name of [
                "device_custom_app",
                "service",
                "spa_implicit",
                "spa_pkce",
                "worker_client_credentials",
                "worker_interactive",
                "worker_pkce_mcp",
            ]) {
                const { request, status } = example(`application_${name}_request`);
                const answer = await session.call("POST", "/applications", request);
                expect(answer.status, JSON.stringify(answer.body)).to.equal(status);
            }
        });

        it("says which documented requests it does not carry out yet", async () => {
            const { call } = await open();
            for (const [name, protocol] of [
                ["saml", "SAML"],
                ["wsfed", "WS_FED"],
                ["external_link", "EXTERNAL_LINK"],
            ]) {
                const answer = await call("POST", "/applications", example(`application_${name}_request`).request);
                expect(answer.status).to.equal(400);
                expect(answer.body.details[0].message).to.equal(
                    `This emulator does not have applications of protocol ${protocol} yet.`,
                );
            }
        });

        it("lists the system applications and a worker with the recorded properties", async () => {
            const session = await open();
            await created(session, "/applications", example("application_worker_client_credentials_request").request);
            const { body, headers } = await session.call("GET", "/applications?limit=100");
            const recorded = example("applications_list_200");
            expect(names(body)).to.deep.equal(names(recorded.response));
            expect(body._embedded.applications.map(({ type }: Body) => type)).to.deep.equal([
                "PING_ONE_ADMIN_CONSOLE",
                "PING_ONE_PORTAL",
                "PING_ONE_SELF_SERVICE",
                "WORKER",
            ]);
            expect(body.size).to.equal(4);
            for (const [index, item] of recorded.response._embedded.applications.slice(0, 4).entries()) {
                const actual = body._embedded.applications[index];
                expect(names(actual)).to.include.members(names(item));
                expect(names(actual._links)).to.deep.equal(names(item._links));
                expect(actual.accessControl).to.deep.equal(item.accessControl);
            }
            for (const name of ["content-type", "cache-control"])
                expect(headers.get(name)).to.equal(recorded.responseHeaders[name]);
            expect(headers.get("correlation-id")).to.equal(headers.get("x-amzn-requestid"));
        });

        it("answers the environment, the token and the secret with the recorded properties", async () => {
            const session = await open();
            const environment = await session.call("GET", "");
            expect(names(environment.body)).to.deep.equal(names(example("environment_get_200").response));
            const token = await requestToken(session.emulator);
            expect(names(token.body)).to.deep.equal(names(example("token_200").response));
            const app = await created(session, "/applications", webApp());
            const { response } = example("application_secret_get_200");
            const { body } = await session.call("GET", `/applications/${app.id}/secret`);
            expect(names(body)).to.deep.equal(names(response).filter((name) => name !== "previous"));
            expect(names(body._links)).to.deep.equal(names(response._links));
            expect(body.secret).to.have.length.of.at.least(64);
        });

        it("refuses with the recorded envelopes", async () => {
            const session = await open();
            const { call, emulator } = session;
            const worker = await created(session, "/applications", {
                ...example("application_worker_client_credentials_request").request,
            });
            const unknown = "00000000-0000-4000-8000-000000000000";
            await created(session, "/resources", { name: "orders" });
            const answers: Record<string, Body> = {
                error_400_range: await call("POST", "/resources", { name: "x", accessTokenValiditySeconds: 1 }),
                error_400_wildcard_redirect: await call(
                    "POST",
                    "/applications",
                    webApp({ redirectUris: ["https://*.x.com"] }),
                ),
                error_400_invalid_data_uniqueness: await call("POST", "/resources", { name: "orders" }),
                error_403_secret: await call("GET", `/applications/${worker.id}/secret`),
                error_404: await call("GET", `/resources/${unknown}`),
                error_401_invalid_token: await send(
                    `${emulator.url}/v1/environments/${emulator.environmentId}/applications`,
                ),
            };
            for (const [name, { status, body }] of Object.entries(answers)) {
                const recorded = example(name);
                expect(status, name).to.equal(recorded.status);
                const { id, ...envelope } = body;
                expect(id).to.match(/^[0-9a-f-]{36}$/);
                const { id: _, ...expected } = recorded.response;
                for (const [index, detail] of (expected.details ?? []).entries()) {
                    expect(envelope.details[index], name).to.include({ code: detail.code });
                    expect(envelope.details[index].target, name).to.equal(detail.target);
                    expect(envelope.details[index].message, name).to.include(detail.message);
                }
                expect({ ...envelope, details: undefined }, name).to.deep.equal({ ...expected, details: undefined });
            }
            const missing = await call("GET", `/applications/${unknown}`);
            expect(missing.body.message).to.equal(
                `Unable to find Application with ID '${unknown}' in environment '${emulator.environmentId}'`,
            );
        });
    }),
);
