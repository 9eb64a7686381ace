import { expect } from "chai";
import type { Emulator, EmulatorOptions, Fault } from "../../emulator/index.js";
import * as pingone from "../../provider/index.js";
import { toProvider } from "../../provider/lifecycle/provider.js";
import { customResource } from "../../provider/resources/custom-resource.js";
import { failure } from "../support/failure.js";
import { ManagedResource } from "../support/managed-resource.js";
import { runOf } from "../support/tenant.js";
import { withVariables } from "../support/variables.js";
import { describeEngine, openEmulator } from "./engine.js";
import { countsOf, requestsTo } from "./programs.js";
import { createStack } from "./stack.js";

const program = async () => {
    new pingone.CustomResource("orders");
};

/** A first program whose settings are wrong. */
interface Case {
    title: string;
    /** Environment variables that differ from those that lead to the emulator; undefined ones are not set. */
    env?: Record<string, string | undefined>;
    /** Keys of the stack's configuration in the namespace `pingone`. */
    config?: Record<string, string>;
    emulator?: EmulatorOptions;
    fault?: Fault;
    /** Found without a request. */
    atPreview?: boolean;
    /** Whether the engine shows it, as it does one of each sort; the others come from the provider in the same way. */
    onEngine?: boolean;
    /** What Pulumi shows, without the correlation id. */
    message: (emulator: Emulator) => string;
    requests?: string[];
}

const elsewhere = "11111111-1111-4111-8111-111111111111";
const token = "POST /*/as/token";

const cases: Case[] = [
    {
        title: "no environment",
        onEngine: true,
        env: { PINGONE_ENVIRONMENT_ID: undefined },
        atPreview: true,
        message: () =>
            "the PingOne environment is not configured. Set it with `pulumi config set pingone:environmentId <value>` or the environment variable PINGONE_ENVIRONMENT_ID.",
    },
    {
        title: "malformed variables, all at once",
        env: {
            PINGONE_ENVIRONMENT_ID: "production",
            PINGONE_REGION_CODE: "Europe",
            PINGONE_API_SERVICE_HOSTNAME: "http://api.pingone.eu",
            PINGONE_AUTH_SERVICE_HOSTNAME: "https://auth.pingone.eu/some/path",
        },
        atPreview: true,
        message: () =>
            [
                "pingone:regionCode must be one of NA, CA, EU, AP, AU, SG. Set it with `pulumi config set pingone:regionCode <value>` or the environment variable PINGONE_REGION_CODE.",
                "pingone:environmentId must be the id (a UUID) of a PingOne environment. Set it with `pulumi config set pingone:environmentId <value>` or the environment variable PINGONE_ENVIRONMENT_ID.",
                "pingone:apiHostname must be a host name, or a URL (https, or http for 127.0.0.1 and localhost) without a path. Set it with `pulumi config set pingone:apiHostname <value>` or the environment variable PINGONE_API_SERVICE_HOSTNAME.",
                "pingone:authHostname must be a host name, or a URL (https, or http for 127.0.0.1 and localhost) without a path. Set it with `pulumi config set pingone:authHostname <value>` or the environment variable PINGONE_AUTH_SERVICE_HOSTNAME.",
            ].join("\n"),
    },
    {
        title: "malformed stack configuration, all at once",
        onEngine: true,
        config: {
            authEnvironmentId: "production",
            allowTwins: "yes",
            requestTimeoutSeconds: "0",
            operationTimeoutSeconds: "a",
        },
        atPreview: true,
        message: () =>
            [
                "pingone:authEnvironmentId must be the id (a UUID) of the worker application's environment. Set it with `pulumi config set pingone:authEnvironmentId <value>` or the environment variable PINGONE_ENVIRONMENT_ID.",
                "pingone:allowTwins must be true or false. Set it with `pulumi config set pingone:allowTwins <value>`.",
                "pingone:requestTimeoutSeconds must be a number of seconds above 0. Set it with `pulumi config set pingone:requestTimeoutSeconds <value>`.",
                "pingone:operationTimeoutSeconds must be a number of seconds above 0. Set it with `pulumi config set pingone:operationTimeoutSeconds <value>`.",
            ].join("\n"),
    },
    {
        title: "no client id",
        env: { PINGONE_CLIENT_ID: undefined },
        message: () =>
            'could not create CustomResource "orders": the worker application\'s client id is not configured. Set it with `pulumi config set pingone:clientId <value>` or the environment variable PINGONE_CLIENT_ID.',
    },
    {
        title: "no client secret",
        env: { PINGONE_CLIENT_SECRET: undefined },
        message: () =>
            'could not create CustomResource "orders": the worker application\'s client secret is not configured. Set it with `pulumi config set --secret pingone:clientSecret <value>` or the environment variable PINGONE_CLIENT_SECRET.',
    },
    {
        title: "neither credentials nor a region, all at once",
        onEngine: true,
        env: {
            PINGONE_CLIENT_ID: undefined,
            PINGONE_CLIENT_SECRET: undefined,
            PINGONE_API_SERVICE_HOSTNAME: undefined,
            PINGONE_AUTH_SERVICE_HOSTNAME: undefined,
        },
        message: () =>
            [
                'could not create CustomResource "orders": PingOne\'s region is not configured. Set it with `pulumi config set pingone:regionCode <value>` or the environment variable PINGONE_REGION_CODE.',
                "the worker application's client id is not configured. Set it with `pulumi config set pingone:clientId <value>` or the environment variable PINGONE_CLIENT_ID.",
                "the worker application's client secret is not configured. Set it with `pulumi config set --secret pingone:clientSecret <value>` or the environment variable PINGONE_CLIENT_SECRET.",
            ].join("\n"),
    },
    {
        title: "no region",
        env: { PINGONE_API_SERVICE_HOSTNAME: undefined, PINGONE_AUTH_SERVICE_HOSTNAME: undefined },
        message: () =>
            'could not create CustomResource "orders": PingOne\'s region is not configured. Set it with `pulumi config set pingone:regionCode <value>` or the environment variable PINGONE_REGION_CODE.',
    },
    {
        title: "a wrong client secret",
        env: { PINGONE_CLIENT_SECRET: "wrong" },
        message: ({ url, environmentId }) =>
            [
                `could not create CustomResource "orders": ${url} (environment ${environmentId}) refused the client id or secret of the worker application`,
                "Check the client id, from the environment variable PINGONE_CLIENT_ID, the secret, from the environment variable PINGONE_CLIENT_SECRET, and that the application belongs to that environment, from the environment variable PINGONE_ENVIRONMENT_ID, and is enabled.",
            ].join("\n"),
        requests: [token],
    },
    {
        title: "a region, or an environment of the worker application, that does not know it",
        env: { PINGONE_ENVIRONMENT_ID: elsewhere },
        message: ({ url }) =>
            [
                `could not create CustomResource "orders": ${url} (environment ${elsewhere}) is unknown: the region or the environment is wrong`,
                "Check the region, from the environment variable PINGONE_AUTH_SERVICE_HOSTNAME, and the worker application's environment, from the environment variable PINGONE_ENVIRONMENT_ID. If it is in another environment than the one to manage, set that with `pulumi config set pingone:authEnvironmentId <value>` or the environment variable PINGONE_ENVIRONMENT_ID.",
            ].join("\n"),
        requests: [token],
    },
    {
        title: "a managed environment that does not exist",
        config: { environmentId: elsewhere },
        message: () =>
            [
                `could not create CustomResource "orders": the environment ${elsewhere} does not exist, or the worker application cannot see it`,
                "Check pingone:environmentId, the region and the worker application's roles. If the environment was deleted for good, take each of its resources out of the state: `pulumi state delete <urn>`.",
            ].join("\n"),
        requests: [
            token,
            "POST resources",
            "GET /v1/environments/*",
            "GET applications?limit=1",
            "GET resources?limit=1",
            "GET populations?limit=1",
        ],
    },
    {
        title: "an environment of another name than the stack means",
        config: { environmentName: "Production" },
        message: ({ environmentId }) =>
            [
                `could not create CustomResource "orders": pingone:environmentName is "Production", but the name of the environment ${environmentId} is "Emulated environment": nothing was written`,
                "Is it the right stack? The id is from the environment variable PINGONE_ENVIRONMENT_ID. If the name is out of date, set it with `pulumi config set pingone:environmentName <value>`.",
            ].join("\n"),
        requests: [token, "GET /v1/environments/*"],
    },
    {
        title: "a worker application without the role",
        onEngine: true,
        fault: { path: "/resources", effect: { status: 403 } },
        message: () =>
            [
                'could not create CustomResource "orders": PingOne answered 403 ACCESS_FAILED: The actor attempting to perform the request is not authorized. (INSUFFICIENT_PERMISSIONS)',
                "Give the worker application the role that the request needs for this environment: Client Application Developer manages applications, resources, scopes and grants.",
            ].join("\n"),
        requests: [token, "POST resources", "GET /v1/environments/*"],
    },
    {
        title: "a ready access token that expired",
        env: { PINGONE_API_ACCESS_TOKEN: "expired" },
        message: () =>
            [
                'could not create CustomResource "orders": PingOne answered 401 ACCESS_FAILED: Authentication Credentials: The authorization token is either missing or invalid, or it has expired. (INVALID_TOKEN)',
                "The access token, from the environment variable PINGONE_API_ACCESS_TOKEN, is wrong, expired or of another region: set a new one.",
            ].join("\n"),
        requests: ["POST resources", "GET /v1/environments/*"],
    },
];

function present(env: Record<string, string | undefined>): Record<string, string> {
    return Object.fromEntries(
        Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
}

/** The settings of a stack. */
interface Settings {
    env: Record<string, string>;
    config: Record<string, string>;
}

/** What the engine shows of a program that fails at preview, or else at `up`. */
async function shownByEngine(settings: Settings, atPreview?: boolean): Promise<string> {
    const stack = await createStack({ program, ...settings });
    const { errors, output } = await stack[atPreview ? "preview" : "up"]({ expectFailure: true });
    expect(output).not.to.contain("    at ");
    return errors.map((error) => error.replace(/^\S+ resource 'orders' has a problem: /, "")).join("\n");
}

/** What the provider hands to the engine. */
async function handedOver({ env, config }: Settings, atPreview?: boolean): Promise<string> {
    const resource = new ManagedResource(() => toProvider(customResource, runOf(config)));
    const orders = { name: "orders" };
    return withVariables(env, async () => {
        const ended = atPreview ? resource.preview(orders) : resource.up(orders);
        return (await failure(ended)).message;
    });
}

describeEngine("configuration that is wrong", () => {
    for (const { title, env, config = {}, fault, atPreview, onEngine, message, requests = [], ...more } of cases) {
        it(`${title}: ${atPreview ? "the preview says what to set, and sends nothing" : "up fails fast and says what to set"}`, async () => {
            const emulator = await openEmulator(more.emulator);
            if (fault) emulator.fault(fault);
            const settings = {
                env: present({ ...emulator.env, ...env }),
                config: Object.fromEntries(Object.entries(config).map(([key, value]) => [`pingone:${key}`, value])),
            };

            const shown = await (onEngine ? shownByEngine : handedOver)(settings, atPreview);

            expect(shown.replace(/\nCorrelation id for Ping Identity's support: [0-9a-f-]{36}$/, "")).to.equal(
                message(emulator),
            );
            expect(requestsTo(emulator)).to.deep.equal(requests);
        });
    }
});

describeEngine("configuration", () => {
    it("may be the stack's alone, its secrets encrypted", async () => {
        const emulator = await openEmulator({ clientSecret: "canary-of-a-client-secret" });
        const stack = await createStack({ program });
        const { environmentId, clientId, clientSecret, url } = emulator;
        const settings = { environmentId, clientId, apiHostname: url, authHostname: url };
        const plain = Object.entries(settings).flatMap(([key, value]) => ["--plaintext", `pingone:${key}=${value}`]);
        await stack.pulumi("config", "set-all", ...plain, "--secret", `pingone:clientSecret=${clientSecret}`);

        const up = await stack.up();

        expect(countsOf(emulator)).to.include({ resources: 1 });
        expect(up.output + stack.writtenText()).not.to.contain(clientSecret);
    });

    it("may name another environment than the worker application's", async () => {
        const managed = "22222222-2222-4222-8222-222222222222";
        const emulator = await openEmulator({ environmentId: managed, workerEnvironmentId: elsewhere });
        const stack = await createStack({ program, env: emulator.env, config: { "pingone:environmentId": managed } });

        await stack.up();

        expect(emulator.requests.map(({ path }) => path)).to.deep.equal([
            `/${elsewhere}/as/token`,
            `/v1/environments/${managed}/resources`,
        ]);
        expect(stack.resource("orders").outputs).to.include({ environmentId: managed });
    });

    it("may be a ready access token, which needs no other credentials", async () => {
        const emulator = await openEmulator({ accessToken: "ready" });
        const { PINGONE_CLIENT_ID: _, PINGONE_CLIENT_SECRET: __, ...env } = emulator.env;
        const stack = await createStack({ program, env: { ...env, PINGONE_API_ACCESS_TOKEN: "ready" } });

        await stack.up();

        expect(requestsTo(emulator)).to.deep.equal(["POST resources"]);
    });
});
