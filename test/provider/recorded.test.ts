import { randomBytes, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { classes } from "../../provider/classes";
import type { Definition } from "../../provider/lifecycle/definition";
import { toProvider } from "../../provider/lifecycle/provider";
import { at, isObject, type Values } from "../../provider/lifecycle/values/paths";
import { ManagedResource } from "../support/managed-resource";
import { closeServers, startServer } from "../support/plain-server";
import { referenceFile, unasked, withReference } from "../support/reference";
import { runOf } from "../support/tenant";

/** A request that somebody sent to create an object, and the answer where it is known. */
interface Recording {
    file: string;
    _kind: string;
    method: string;
    /** With places to fill in: `/v1/environments/{envID}/groups`. */
    path: string;
    request: Values;
    status?: number;
    response?: Values;
}

/** What is in these collections has other classes than the collection's own, by what is said of the resource. */
const builtInParents: Record<string, { type: string; resource: Values }> = {
    scope_openid_create_201: { type: "OpenIdScope", resource: { type: "OPENID_CONNECT" } },
    scope_pingone_api_create_201: { type: "PingOneApiScope", resource: { type: "PINGONE_API" } },
};

/** Requests that nobody makes by creating a resource, each with the reason. */
const left: Record<string, string> = {
    application_secret_rotate_200: "a rotation, which an update asks for",
    resource_secret_rotate_200: "a rotation, which an update asks for",
};

/** Where a program's name for what PingOne has is not that with an id for a reference. */
const ownNames: Record<string, string> = { mappedClaims: "mappedClaimIds", oidcScopes: "oidcScopeIds" };

/** Files with several requests, by a name for each. */
const severalInOne = ["push_credentials_requests"];

function inFile(file: string, text: string): Recording[] {
    const recording = JSON.parse(text);
    return severalInOne.includes(file)
        ? Object.entries(recording.request).map(([name, request]) => ({
              ...recording,
              file: `${file}: ${name}`,
              request,
          }))
        : [{ ...recording, file }];
}

function recordings(): Recording[] {
    return readdirSync(referenceFile("examples"))
        .filter((name) => name.endsWith(".json"))
        .flatMap((name) => inFile(name.replace(".json", ""), readFileSync(referenceFile(`examples/${name}`), "utf8")))
        .filter(({ file, method, request }) => method === "POST" && request && !(file in left));
}

/** The class of the objects in a collection, and the values that stand in its path. */
function classOf({ file, path }: Recording): { definition: Definition; parents: string[] } | undefined {
    const shape = (text: string) => text.replace(/\{\w+\}/g, "{}");
    const collection = path.replace("/v1/environments/{envID}/", "");
    const wanted = builtInParents[file]?.type;
    const definition = classes.find((one) =>
        wanted ? one.type === wanted : shape(one.collection) === shape(collection) && !one.parents && !one.allBuiltIn,
    );
    return (
        definition && {
            definition,
            parents: [...definition.collection.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name),
        }
    );
}

/** The request with what the answer has, or an id, in each place that is to be filled in. */
function filled(value: unknown, answered: unknown): unknown {
    if (Array.isArray(value)) return value.map((item, index) => filled(item, (answered as unknown[])?.[index]));
    if (isObject(value)) {
        const inner = ([name, below]: [string, unknown]) => [name, filled(below, at(answered, name))];
        return Object.fromEntries(Object.entries(value).map(inner));
    }
    // One recording is cut short.
    if (typeof value !== "string" || !/\{\{|\.\.\.$/.test(value)) return value;
    if (typeof answered === "string") return answered;
    return value.includes("flowPolicyID") ? randomBytes(16).toString("hex") : randomUUID();
}

const isReference = (value: unknown): value is { id: string } => isObject(value) && Object.keys(value).join() === "id";

/** What a program writes for what PingOne has. */
function written(value: unknown): unknown {
    if (!isObject(value)) return Array.isArray(value) ? value.map(written) : value;
    const entries = Object.entries(value).map(([name, inner]): [string, unknown] => {
        if (ownNames[name]) return [ownNames[name], inner];
        if (isReference(inner)) return [`${name}Id`, inner.id];
        if (Array.isArray(inner) && inner.length > 0 && inner.every(isReference))
            return [`${name.replace(/s$/, "")}Ids`, inner.map(({ id }) => id)];
        return [name, written(inner)];
    });
    return Object.fromEntries(entries);
}

/** What the program of a recorded request is. */
function programOf({ type }: Definition, request: Values): Values {
    if (type === "ApplicationRolePermission") return { permissionId: request.id };
    return written(request) as Values;
}

describe(
    "recorded requests and answers",
    withReference(() => {
        afterEach(closeServers);

        for (const recording of recordings()) {
            const found = classOf(recording);
            if (!found) continue;
            const { definition, parents } = found;

            it(`are what makes a ${definition.type}: ${recording.file}`, async () => {
                // Other answers are not evidence of what PingOne says.
                const response = recording._kind === "recorded-doc-example" ? recording.response : undefined;
                const request = filled(recording.request, response) as Values;
                const environmentId = String(at(response, "environment.id") ?? randomUUID());
                const resource = { id: randomUUID(), ...builtInParents[recording.file]?.resource };
                const answer = { ...request, id: randomUUID(), environment: { id: environmentId }, ...response };
                const server = await startServer(({ method, path }) => {
                    if (method === "POST") return { status: recording.status ?? 201, body: answer };
                    const isList = /\/(resources|applications)\?/.test(path);
                    return { status: 200, body: isList ? { _embedded: { resources: [resource] } } : answer };
                });
                const { url } = server;
                const config = { environmentId, accessToken: "a-token", apiHostname: url, authHostname: url };
                const one = new ManagedResource(() => toProvider(definition, runOf(config)));
                const place = Object.fromEntries(
                    parents.filter((name) => !definition.parents?.[name]).map((name) => [name, randomUUID()]),
                );
                const program = { ...programOf(definition, request), ...place };

                await one.up(program);

                const posts = server.received.filter(({ method }) => method === "POST");
                expect(posts).to.have.lengthOf(1);
                expect(JSON.parse(posts[0]?.body ?? "")).to.deep.equal({ ...unasked(request), ...request });
                const ids = {
                    ...place,
                    ...Object.fromEntries(Object.keys(definition.parents ?? {}).map((name) => [name, resource.id])),
                };
                const collection = definition.collection.replace(/\{(\w+)\}/g, (_, name: string) =>
                    String((ids as Values)[name]),
                );
                expect(posts[0]?.path).to.equal(`/v1/environments/${environmentId}/${collection}`);
                expect(one.id).to.equal(answer.id);
                expect(await one.preview(program)).to.include({ changes: false });
            });
        }

        it("are all of some class", () => {
            const others = recordings()
                .filter((one) => !classOf(one))
                .map(({ file }) => file);
            expect(others).to.have.members([
                "custom_role_create_request",
                "environment_create_201",
                "schema_attribute_create_request",
                "sign_on_action_identifier_first_request",
                "sign_on_action_login_request",
                "sign_on_policy_create_201",
                "token_200",
                "user_application_role_create_200",
            ]);
        });
    }),
);
