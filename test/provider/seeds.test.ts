import { readFileSync } from "node:fs";
import { expect } from "chai";
import { application } from "../../provider/applications/application/definition";
import { grant } from "../../provider/applications/grant";
import type { Definition } from "../../provider/lifecycle/definition";
import { toProvider } from "../../provider/lifecycle/provider";
import type { Values } from "../../provider/lifecycle/values/paths";
import { customResource } from "../../provider/resources/custom-resource";
import { ManagedResource } from "../support/managed-resource";
import { closeServers, startServer } from "../support/plain-server";
import { referenceFile, unasked, withReference } from "../support/reference";
import { runOf } from "../support/tenant";

type Body = Record<string, unknown> & { id: string; environment: { id: string } };

/** What one page documents: a request with places to fill in, and the answer that was recorded. */
interface Page {
    method: string;
    path: string;
    /** Undefined on pages that show none. */
    headers?: Record<string, string>;
    body: Values;
    answer: Body;
}

/** Reads a page: its request is the first one, its answer the last JSON on it. */
function readPage(file: string, places: (answer: Body) => Record<string, string>): Page {
    // The older pages were taken from a web page: theirs are Ruby's hashes, without line breaks between parts.
    const text = readFileSync(referenceFile(`seeds/${file}`), "utf8").replaceAll('"=>', '":');
    const answer = JSON.parse(text.slice(text.lastIndexOf("\n{")).replace(/```\s*$/, "")) as Body;
    const filled = Object.entries({ envID: answer.environment.id, ...places(answer) }).reduce(
        (page, [place, value]) => page.replaceAll(`{{${place}}}`, value),
        text,
    );
    const [, method = "", path = ""] = /^(POST) \{\{apiPath\}\}(?:\/v1)?(\/\S+)$/m.exec(filled) ?? [];
    const [, body = ""] = /^(?:### |Request )?Body$[^{]*(\{.*?\})\s*^(?:```|Example|RESPONSES)/ms.exec(filled) ?? [];
    return { method, path: `/v1${path}`, headers: readHeaders(filled), body: JSON.parse(body), answer };
}

function readHeaders(text: string): Record<string, string> | undefined {
    const [, section] = /^### Headers$(.*?)^###/ms.exec(text) ?? [];
    const lines = section
        ? [...section.matchAll(/^(\S+) {2,}(.+)$/gm)]
        : [...text.matchAll(/^--header '(.*?): (.*?)'/gm)];
    return lines.length > 0
        ? Object.fromEntries(lines.map(([, name = "", value = ""]) => [name.toLowerCase(), value]))
        : undefined;
}

const timestamp = (answer: Body) => ({ $timestamp: /\d+$/.exec(String(answer.name))?.[0] ?? "" });

const grantPlaces = (answer: Body) => ({
    appID: (answer.application as { id: string }).id,
    resourceID: (answer.resource as { id: string }).id,
    scopeID: (answer.scopes as { id: string }[])[0]?.id ?? "",
});

const grantInputs = ({ body, answer }: Page): Values => ({
    applicationId: grantPlaces(answer).appID,
    resourceId: (body.resource as { id: string }).id,
    scopeIds: (body.scopes as { id: string }[]).map(({ id }) => id),
});

interface Seed {
    file: string;
    definition: Definition;
    places: (answer: Body) => Record<string, string>;
    /** What a program writes for the page's body. */
    inputs: (page: Page) => Values;
    /** What only PingOne's answer tells. */
    filled: (answer: Body) => Values;
    /** Requests that may come before the one of the page. */
    before: string[];
}

const seeds: Seed[] = [
    {
        file: "create-resource.md",
        definition: customResource,
        places: timestamp,
        inputs: ({ body }) => body,
        filled: () => ({}),
        before: [],
    },
    {
        file: "create-grant.md",
        definition: grant,
        places: grantPlaces,
        inputs: grantInputs,
        filled: () => ({}),
        before: [],
    },
    {
        file: "create-grant-older.txt",
        definition: grant,
        places: grantPlaces,
        inputs: grantInputs,
        filled: () => ({}),
        before: [],
    },
    {
        file: "create-application.txt",
        definition: application,
        places: timestamp,
        inputs: ({ body }) => body,
        filled: ({ id }) => ({ clientId: id }),
        // Names of applications are not unique: one listing finds what an interrupted run may have left behind.
        before: ["GET"],
    },
];

describe(
    "the documented requests",
    withReference(() => {
        afterEach(closeServers);

        for (const seed of seeds)
            describe(seed.file, () => {
                const page = readPage(seed.file, seed.places);

                const tenant = async () => {
                    const server = await startServer(({ method, path }) => {
                        if (method === "POST") return { status: 201, body: page.answer };
                        return path.startsWith(`${page.path}?`)
                            ? { status: 200, body: { _embedded: {}, size: 0 } }
                            : { status: 200, body: page.answer };
                    });
                    const { url } = server;
                    const run = runOf({
                        environmentId: page.answer.environment.id,
                        accessToken: "the-access-token",
                        apiHostname: url,
                        authHostname: url,
                    });
                    return { server, resource: new ManagedResource(() => toProvider(seed.definition, run)) };
                };

                it("is sent as documented", async () => {
                    const { server, resource } = await tenant();
                    await resource.up(seed.inputs(page));

                    expect(server.received.map(({ method }) => method)).to.deep.equal([...seed.before, page.method]);
                    const sent = server.received.at(-1);
                    expect(sent?.path).to.equal(page.path);
                    expect(JSON.parse(sent?.body ?? "")).to.deep.equal({ ...unasked(page.body), ...page.body });
                    expect(sent?.headers).to.include({
                        authorization: "Bearer the-access-token",
                        "content-type": "application/json",
                    });
                    if (page.headers)
                        expect(page.headers).to.deep.equal({
                            authorization: "Bearer {{accessToken}}",
                            "content-type": sent?.headers["content-type"],
                        });
                });

                it("has the recorded answer as its outputs", async () => {
                    const { resource } = await tenant();
                    const inputs = seed.inputs(page);
                    await resource.up(inputs);

                    const { __provider, __format, ...outputs } = resource.outputs;
                    expect(resource.id).to.equal(page.answer.id);
                    expect(__format).to.equal(1);
                    expect(outputs).to.deep.equal({
                        ...inputs,
                        environmentId: page.answer.environment.id,
                        ...seed.filled(page.answer),
                    });
                });

                it("is no difference once the recorded answer is read", async () => {
                    const { resource } = await tenant();
                    const inputs = seed.inputs(page);
                    await resource.up(inputs);
                    const created = resource.outputs;

                    await resource.refresh();

                    expect(resource.outputs).to.deep.equal(created);
                    expect(await resource.preview(inputs)).to.deep.equal({
                        changes: false,
                        replaces: [],
                        deleteBeforeReplace: false,
                    });
                });
            });
    }),
);
