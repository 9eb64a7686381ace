import type { Emulator, RequestRecord } from "../../emulator/index.js";
import { contradictions } from "./contradictions.js";
import { bodyProblems, hasSpecification } from "./specification.js";

/** What the requests of the package have against the specification, since anybody asked. */
const found = new Set<string>();
const watchedOnes = new Set<Emulator>();

/** Has every body that the package sends to the emulator held against the specification of PingOne's APIs. */
export function watched(emulator: Emulator): Emulator {
    if (!hasSpecification()) return emulator;
    const { clearRequests, close } = emulator;
    watchedOnes.add(emulator);
    return Object.assign(emulator, {
        clearRequests() {
            look(emulator);
            clearRequests();
        },
        close() {
            look(emulator);
            watchedOnes.delete(emulator);
            return close();
        },
    });
}

/** @throws Error if a body contradicted the specification since the last time */
export function expectSpecifiedBodies(): void {
    for (const emulator of watchedOnes) look(emulator);
    const problems = [...found];
    found.clear();
    if (problems.length > 0)
        throw new Error(`what was sent is not as PingOne's specification says:\n${problems.join("\n")}`);
}

const seen = new WeakSet<RequestRecord>();

function look({ requests }: Emulator): void {
    for (const request of requests) {
        const { method, path, headers, body } = request;
        const isOurs = headers["user-agent"]?.startsWith("pulumi-pingone/") && path.startsWith("/v1/");
        if (!isOurs || body === undefined || seen.has(request)) continue;
        seen.add(request);
        const [place = ""] = path.replace("/v1", "").split("?");
        const problems = bodyProblems(method, place, body) ?? ["the specification does not know the path"];
        const name = `${method} ${place.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}/g, "*")}`;
        for (const problem of problems) {
            const text = `${name}: ${problem}`;
            if (!contradictions.some(({ where }) => where.test(text))) found.add(`${text}: ${JSON.stringify(body)}`);
        }
    }
}
