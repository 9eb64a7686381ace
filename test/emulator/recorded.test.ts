import { readdirSync } from "node:fs";
import { expect } from "chai";
import { referenceFile, withReference } from "../support/reference";
import {
    type Answer,
    type Body,
    closeAll,
    created,
    example,
    open,
    requestToken,
    type Session,
    send,
    webApp,
} from "./client";
import { app, cases, customResource, fill, stocked, tomorrow } from "./recorded-requests";

/** What is not an object of the emulator's: environments' management, bills of materials, users. */
const NOT_HERE = [
    "bill_of_materials_get_200",
    "environment_create_201",
    "environment_status_request",
    "environment_type_request",
    "environment_update_request",
    "user_application_role_create_200",
];

const used = new Set(cases.map(({ file }) => file));
function recorded(file: string): Body {
    used.add(file);
    return example(file);
}

const names = (value: object) => Object.keys(value).sort();

const asSet = (value: Body) => (Array.isArray(value) ? [...value].sort() : value);

/** The same keys with values of the same types, all the way down. */
function expectSameForm(actual: Body, expected: Body, where: string, more: readonly string[] = []): void {
    if (Array.isArray(expected)) {
        expect(actual, where).to.be.an("array");
        if (actual.length > 0 && expected.length > 0) expectSameForm(actual[0], expected[0], `${where}[0]`, more);
    } else if (typeof expected === "object" && expected !== null) {
        expect(
            names(actual).filter((name) => !more.includes(name)),
            where,
        ).to.deep.equal(names(expected));
        for (const name of names(expected)) expectSameForm(actual[name], expected[name], `${where}.${name}`, more);
    } else {
        expect(typeof actual, where).to.equal(typeof expected);
    }
}

const errors: Record<string, (session: Session) => Promise<Answer>> = {
    error_400_range: ({ call }) => call("POST", "/resources", { name: "x", accessTokenValiditySeconds: 1 }),
    error_400_wildcard_redirect: ({ call }) =>
        call("POST", "/applications", webApp({ redirectUris: ["https://*.x.com"] })),
    error_400_invalid_data_uniqueness: async (session) => {
        await created(session, "/resources", { name: "orders" });
        return session.call("POST", "/resources", { name: "orders" });
    },
    error_400_role_duplicate: async (session) => {
        const { appID } = await app(session, { type: "WORKER" });
        const [assigned] = session.emulator.objects("roleAssignments") as Body[];
        const { role, scope } = assigned;
        return session.call("POST", `/applications/${appID}/roleAssignments`, { role, scope });
    },
    error_400_toplevel_only: ({ emulator, call }) => {
        emulator.fault({ effect: { status: 400 } });
        return call("POST", "/applications", webApp());
    },
    error_401_invalid_token: ({ emulator }) =>
        send(`${emulator.url}/v1/environments/${emulator.environmentId}/applications`),
    error_403_insufficient_permissions: async () => {
        const { call } = await open({ deny: (method) => method === "POST" });
        return call("POST", "/applications", webApp());
    },
    error_403_role_scope: async () => {
        const session = await open({ roles: ["Identity Data Admin"] });
        const { appID } = await app(session);
        const id = stocked(session, "roles", ({ name }) => name === "Environment Admin");
        const scope = { type: "ENVIRONMENT", id: session.emulator.environmentId };
        return session.call("POST", `/applications/${appID}/roleAssignments`, { role: { id }, scope });
    },
    error_403_secret: async (session) => {
        const { appID } = await app(session, { type: "WORKER" });
        session.emulator.add("roleAssignments", { readOnly: true }, { parentId: String(appID) });
        return session.call("GET", `/applications/${appID}/secret`);
    },
    error_404: ({ call }) => call("GET", `/resources/${NOBODY}`),
    error_404_application: ({ call }) => call("GET", `/applications/${NOBODY}`),
    error_429: ({ emulator, call }) => {
        emulator.fault({ effect: { rateLimit: 5 } });
        return call("GET", "/applications");
    },
    error_500: ({ emulator, call }) => {
        emulator.fault({ effect: { status: 500 } });
        return call("GET", "/applications");
    },
};
const NOBODY = "00000000-0000-4000-8000-000000000000";

describe(
    "emulator: recorded examples",
    withReference(() => {
        afterEach(closeAll);

        for (const { file, part, given, path, more, linked, others } of cases) {
            it(`accepts ${part ? `${file}: ${part}` : file}, and answers in its form`, async () => {
                const session = await open({ others: others ?? false });
                const ids = (await given?.(session)) ?? {};
                const { method, request, status, response } = example(file);
                const body = fill(part ? request[part] : request, ids);
                const answer = await session.call(method, fill(path, ids), body);
                const usual = method === "POST" ? 201 : 200;
                expect(answer.status, JSON.stringify(answer.body)).to.equal(status ?? usual);
                const { _links, ...content } = answer.body;
                if (response === undefined) return;
                expectSameForm(linked === false ? content : answer.body, response, "answer", more);
                for (const name of names(body).filter((key) => key in response && key !== "previous"))
                    expect(asSet(answer.body[name]), name).to.deep.equal(asSet(body[name]));
            });
        }

        for (const [file, provoke] of Object.entries(errors)) {
            it(`refuses as in ${file}`, async () => {
                const { status, response } = recorded(file);
                const answer = await provoke(await open());
                expect(answer.status).to.equal(status);
                const { id, details = [], message, ...envelope } = answer.body;
                expect(id).to.match(/^[0-9a-f-]{36}$/);
                expect(envelope).to.deep.equal({ code: response.code });
                expect(message.replace(/'[^']+'/g, "''")).to.equal(response.message.replace(/'[^']+'/g, "''"));
                expect(details).to.have.length(response.details?.length ?? 0);
                for (const [index, detail] of (response.details ?? []).entries()) {
                    const { message: said = "", ...actual } = details[index];
                    expect(actual).to.deep.include({
                        code: detail.code,
                        ...(detail.target && { target: detail.target }),
                    });
                    expect(said).to.include(detail.message ?? "");
                    expect(names(actual.innerError ?? {})).to.include.members(names(detail.innerError ?? {}));
                }
            });
        }

        it("says that a token request is wrong as in error_token_401", async () => {
            const { status, response } = recorded("error_token_401");
            const answer = await requestToken(await open().then(({ emulator }) => emulator), "wrong");
            expect(answer.status).to.equal(status);
            expectSameForm(answer.body, response, "answer");
            expect(answer.body.error).to.equal(response.error);
        });

        it("issues tokens as in token_200", async () => {
            const { emulator } = await open();
            expectSameForm((await requestToken(emulator)).body, recorded("token_200").response, "answer");
        });

        it("lists the system applications and a worker as in applications_list_200", async () => {
            const session = await open();
            await app(session, { type: "WORKER" });
            const { body, headers } = await session.call("GET", "/applications?limit=100");
            const { response, responseHeaders } = recorded("applications_list_200");
            expect(names(body)).to.deep.equal(names(response));
            expect(body.size).to.equal(4);
            const single = ["ping_one_admin_console", "ping_one_portal", "ping_one_self_service", "worker"].map(
                (name) => recorded(`application_${name}_from_list`).response,
            );
            for (const [index, item] of [...response._embedded.applications.slice(0, 4), ...single].entries()) {
                const actual = body._embedded.applications[index % 4];
                expect(actual.type).to.equal(item.type);
                expect(names(actual)).to.include.members(names(item));
                expectSameForm(actual._links, item._links, "links");
                expect(actual.accessControl).to.deep.equal(item.accessControl);
            }
            for (const name of ["content-type", "cache-control"])
                expect(headers.get(name)).to.equal(responseHeaders[name]);
            expect(headers.get("correlation-id")).to.equal(headers.get("x-amzn-requestid"));
        });

        it("answers the environment as in environment_get_200", async () => {
            const { body } = await (await open()).call("GET", "");
            const { _links, ...content } = recorded("environment_get_200").response;
            const { _links: links, ...actual } = body;
            expectSameForm(actual, content, "answer");
            // The recording links to much that is not here.
            expect(names(_links)).to.include.members(names(links));
        });

        it("lists roles as in roles_list_200", async () => {
            const { emulator, call } = await open();
            const { body } = await call("GET", "/../../roles");
            const { response } = recorded("roles_list_200");
            expect(names(body)).to.deep.equal(names(response));
            expect(emulator.objects("roles").length).to.equal(body.count).and.to.equal(body.size);
            for (const role of response._embedded.roles) {
                const actual = body._embedded.roles.find(({ name }: Body) => name === role.name);
                expect(names(actual), role.name).to.include.members(names(role).filter((name) => name !== "canAssign"));
                expect(actual).to.deep.include({ description: role.description, applicableTo: role.applicableTo });
                // What a permission is called in custom roles, the recording of 2022 does not say.
                expectSameForm(actual.permissions[0], role.permissions[0], "permission", ["id"]);
            }
        });

        for (const [kind, parent] of [
            ["application", app],
            ["resource", customResource],
        ] as const) {
            it(`answers a secret as in ${kind}_secret_get_200`, async () => {
                const session = await open();
                const [id] = Object.values(await parent(session));
                const path = `/${kind}s/${id}/secret`;
                const { body } = await session.call("GET", path);
                const { response } = recorded(`${kind}_secret_get_200`);
                const { previous, ...without } = response;
                expectSameForm(body, without, "answer");
                expect(body.secret).to.have.length.of.at.least(64);
                const [expiresAt] = Object.values(tomorrow);
                await session.call("POST", path, { previous: { expiresAt } });
                expectSameForm((await session.call("GET", path)).body, response, "answer");
            });
        }

        it("answers no previous secret, when there is none, as in application_secret_get_no_previous_200", async () => {
            const session = await open();
            const { appID } = await app(session);
            const { body } = await session.call("GET", `/applications/${appID}/secret`);
            expectSameForm(body, recorded("application_secret_get_no_previous_200").response, "answer");
        });

        it("answers grants as in grant_create_201 and grant_update_200", async () => {
            const session = await open();
            const { resourceID } = await customResource(session);
            const scope = (name: string) => created(session, `/resources/${resourceID}/scopes`, { name });
            const [read, write] = [await scope("read"), await scope("write")];
            const { appID } = await app(session);
            const path = `/applications/${appID}/grants`;
            const ids = { resourceID: String(resourceID), scopeID: read.id, scopeID2: write.id };
            const first = recorded("grant_create_201");
            const grant = await created(session, path, fill(first.request, ids));
            expectSameForm(grant, first.response, "answer");
            const second = recorded("grant_update_200");
            const { status, body } = await session.call("PUT", `${path}/${grant.id}`, fill(second.request, ids));
            expect(status).to.equal(second.status);
            expectSameForm(body, second.response, "answer");
            expect(body.scopes).to.deep.equal([{ id: write.id }, { id: read.id }]);
        });

        it("answers an attribute of the schema as in schema_attribute_get_200", async () => {
            const session = await open({ others: true });
            const { response } = recorded("schema_attribute_get_200");
            const { _links, id, environment, schema, required, ...request } = response;
            const path = `/schemas/${stocked(session, "schemas")}/attributes`;
            const attribute = await created(session, path, request);
            expectSameForm((await session.call("GET", `${path}/${attribute.id}`)).body, response, "answer");
        });

        after("every example was used", () => {
            const files = readdirSync(referenceFile("examples")).filter((name) => name.endsWith(".json"));
            const unused = files.map((name) => name.replace(".json", "")).filter((name) => !used.has(name));
            expect(unused).to.have.members(NOT_HERE);
        });
    }),
);
