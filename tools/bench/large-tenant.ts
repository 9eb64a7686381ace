import { applicationsOnly } from "./programs.js";
import { commands, Project } from "./project.js";
import { atMost, type Benchmark, inSeconds, median, repeat, spread, table } from "./report.js";

const EXISTING = 10_000;
const CREATED = 50;
/** What one page of a list costs is the tenant's; what remains for each create must not be. */
const BOUND = 1.3;

/** Creates in a tenant that holds many applications already. */
export const largeTenant: Benchmark = {
    name: "large-tenant",
    title: `Creates beside ${EXISTING} applications`,
    async measure(runs) {
        const rounds = await repeat(runs, async () => ({ empty: await round(0), full: await round(EXISTING) }));
        const times = (whose: "empty" | "full", part: "first" | "later") => rounds.map((pair) => pair[whose][part]);
        const ratio = median(rounds.map(({ empty, full }) => full.later / empty.later));
        return {
            text: [
                `\`up\` of ${CREATED} applications in an empty environment and in one with ${EXISTING} applications: from the start of the CLI until the first of them is sent, which the listing of what exists comes before, and from then to the end. Median of ${runs} runs (fastest to slowest).`,
                table(
                    ["environment", "until the first is sent", "from then to the end"],
                    (["empty", "full"] as const).map((whose) => [
                        whose === "empty" ? "empty" : `${EXISTING} applications`,
                        spread(times(whose, "first"), inSeconds),
                        spread(times(whose, "later"), inSeconds),
                    ]),
                ),
            ],
            mustHold: [
                atMost("time after the listing, in times of an empty environment", ratio, BOUND, (value) =>
                    value.toFixed(2),
                ),
            ],
        };
    },
};

function round(existing: number): Promise<{ first: number; later: number }> {
    return Project.with({}, async (project) => {
        await project.seed(existing, (number) => ({
            name: `existing-${number}`,
            enabled: true,
            type: "SERVICE",
            protocol: "OPENID_CONNECT",
            tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
            grantTypes: ["CLIENT_CREDENTIALS"],
        }));
        project.writeProgram(applicationsOnly(CREATED));
        const { startedAt, milliseconds, requests } = await project.pulumi(commands.up);
        const sent = requests.find(({ method }) => method === "POST")?.at ?? startedAt;
        return { first: sent - startedAt, later: startedAt + milliseconds - sent };
    });
}
