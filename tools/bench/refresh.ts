import { sharedResources } from "./programs.js";
import { commands, mostRequests, Project } from "./project.js";
import { atMost, type Benchmark, inSeconds, repeat, spread } from "./report.js";

const SHAPE = { applications: 100, resources: 5, scopesOfEach: 20, grantsOfEach: 3 };

/** Requests of a refresh where collections hold many objects. */
export const refresh: Benchmark = {
    name: "refresh",
    title: "Refresh of applications that share resources",
    async measure(runs) {
        const rounds = await repeat(runs, round);
        const { applications, resources, scopesOfEach, grantsOfEach } = SHAPE;
        return {
            text: [
                `${applications} applications with ${grantsOfEach} grants each, and the ${resources} resources with ${scopesOfEach} scopes each that they share: ${applications * (1 + grantsOfEach) + resources * (1 + scopesOfEach)} objects. \`refresh\` took ${spread(
                    rounds.map(({ milliseconds }) => milliseconds),
                    inSeconds,
                )} at 0 ms latency: median of ${runs} runs (fastest to slowest).`,
            ],
            mustHold: [atMost("requests of `refresh`, the one for a token included", mostRequests(rounds), 120)],
        };
    },
};

function round() {
    return Project.with({}, async (project) => {
        project.writeProgram(sharedResources(SHAPE));
        await project.pulumi(commands.up);
        return await project.pulumi(commands.refresh);
    });
}
