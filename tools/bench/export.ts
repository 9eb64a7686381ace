import { join } from "node:path";
import { start } from "../run.js";
import { scratchFolder } from "../scratch.js";
import { EmulatorProcess } from "./emulator.js";
import { atMost, type Benchmark, inSeconds, median, repeat, spread, table } from "./report.js";

const APPLICATIONS = 1_000;
const RESOURCES = 5;
/** So much may be needed besides the requests for each application: the other lists, page by page, and the environment. */
const LISTS = 40;

const cli = join(__dirname, "../../cli/index.js");
const peakMemory = join(__dirname, "peak-memory.js");
const access = ["Application", "Grant", "CustomResource", "ResourceScope"].flatMap((type) => ["--include", type]);

interface Measured {
    requests: number;
    milliseconds: number;
    bytes: number;
}

/** Export of a large tenant. */
export const exportTime: Benchmark = {
    name: "export",
    title: `Export of ${APPLICATIONS} applications with ${RESOURCES} grants each`,
    async measure(runs) {
        const emulator = await EmulatorProcess.start({});
        try {
            await fill(emulator);
            const some = await repeat(runs, () => exported(emulator, access));
            const all = await repeat(runs, () => exported(emulator, []));
            const row = (what: string, measured: readonly Measured[]) => [
                what,
                String(median(measured.map(({ requests }) => requests))),
                spread(
                    measured.map(({ milliseconds }) => milliseconds),
                    inSeconds,
                ),
                spread(
                    measured.map(({ bytes }) => bytes),
                    inMegabytes,
                ),
            ];
            const requests = (measured: readonly Measured[]) => median(measured.map((one) => one.requests));
            return {
                text: [
                    `\`pulumi-pingone export\` of ${APPLICATIONS} applications, ${RESOURCES} resources with a scope each, and ${APPLICATIONS * RESOURCES} grants, at 0 ms latency and without a rate limit: requests to the API, time from start to end of the process, and the most memory that it held. Median of ${runs} runs (fastest to slowest).`,
                    table(
                        ["what", "requests", "time", "memory"],
                        [row("applications, resources, scopes and grants", some), row("everything", all)],
                    ),
                ],
                mustHold: [
                    atMost("requests for applications and grants", requests(some), APPLICATIONS + LISTS),
                    atMost(
                        "requests for everything, for each application",
                        requests(all) / APPLICATIONS,
                        4.1,
                        (value) => value.toFixed(2),
                    ),
                    atMost("memory", median(all.map(({ bytes }) => bytes)), 700 * 2 ** 20, inMegabytes),
                ],
            };
        } finally {
            emulator.stop();
        }
    },
};

async function fill(emulator: EmulatorProcess): Promise<void> {
    const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
    const resources = await emulator.seed(
        "resources",
        numbers(RESOURCES).map((number) => ({ name: `api-${number}` })),
    );
    const scopes: string[] = [];
    for (const [number, id] of resources.entries())
        scopes.push(...(await emulator.seed(`resources/${id}/scopes`, [{ name: `scope-${number}` }])));
    const applications = await emulator.seed(
        "applications",
        numbers(APPLICATIONS).map((number) => ({
            name: `application-${number}`,
            enabled: true,
            type: "SERVICE",
            protocol: "OPENID_CONNECT",
            tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
            grantTypes: ["AUTHORIZATION_CODE"],
            responseTypes: ["CODE"],
            redirectUris: [`https://${number}.example.com/`],
        })),
    );
    const grants = resources.map((id, index) => ({ resource: { id }, scopes: [{ id: scopes[index] }] }));
    for (const id of applications) await emulator.seed(`applications/${id}/grants`, grants);
}

async function exported(emulator: EmulatorProcess, args: readonly string[]): Promise<Measured> {
    const folder = scratchFolder("pulumi-pingone-bench-");
    try {
        const started = performance.now();
        const command = ["--require", peakMemory, cli, "export", "--out", join(folder.path, "out"), ...args];
        const { code, output } = await start(process.execPath, command, { env: { ...process.env, ...emulator.env } })
            .finished;
        if (code !== 0) throw new Error(`export ended with ${code}:\n${output}`);
        const requests = (await emulator.takeRequests()).filter(({ path }) => path.startsWith("/v1/"));
        if (requests.some(({ method }) => method !== "GET")) throw new Error("export changed something");
        return {
            requests: requests.length,
            milliseconds: performance.now() - started,
            bytes: Number(/^peak memory (\d+)$/m.exec(output)?.[1]),
        };
    } finally {
        folder.remove();
    }
}

const inMegabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;
