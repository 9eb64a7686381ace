import { load } from "js-yaml";
import * as z from "zod";
import type { Machine } from "./machine.js";
import type { Event, JobEnd, Settings } from "./pipelines.js";

const lines = z.union([z.string().transform((line) => [line]), z.array(z.string())]);

const job = z.strictObject({
    script: lines,
    rules: z.array(z.strictObject({ if: z.string() })),
    environment: z
        .union([
            z.string().transform((name) => ({ name })),
            z.strictObject({ name: z.string(), action: z.enum(["verify"]) }),
        ])
        .optional(),
    resource_group: z.string().optional(),
    allow_failure: z.strictObject({ exit_codes: z.int() }).optional(),
    artifacts: z
        .strictObject({ when: z.enum(["always"]), expose_as: z.string(), paths: z.array(z.string()) })
        .optional(),
});

const common = z.strictObject({
    variables: z.record(z.string(), z.string()),
    default: z.strictObject({
        image: z.strictObject({ name: z.string(), entrypoint: z.tuple([z.literal("")]) }),
        before_script: lines,
    }),
});

/** What is in the only file that GitLab reads, when a user has copied all of these into it. */
export function readGitLab(texts: readonly string[]) {
    const parts = texts.flatMap((text) => Object.entries(load(text) as Record<string, unknown>));
    const all = Object.fromEntries(parts);
    if (Object.keys(all).length < parts.length) throw new Error("two jobs have one name");
    const { variables, default: defaults, ...jobs } = all;
    return { ...common.parse({ variables, default: defaults }), jobs: z.record(z.string(), job).parse(jobs) };
}

/** That of a fork runs in the fork's own project, with nothing of ours. */
const SOURCES: Readonly<Record<Event, string | undefined>> = {
    "pull request": "merge_request_event",
    "pull request from a fork": undefined,
    merge: "push",
    schedule: "schedule",
};

/** Runs the jobs that an event starts. */
export async function runOnGitLab(
    texts: readonly string[],
    event: Event,
    machine: Machine,
    settings: Settings,
): Promise<Record<string, JobEnd>> {
    const { variables, default: defaults, jobs } = readGitLab(texts);
    const source = SOURCES[event];
    if (source === undefined) return {};
    const ofBranch: Record<string, string> = source === "merge_request_event" ? {} : { CI_COMMIT_BRANCH: "main" };
    const predefined = { CI_PIPELINE_SOURCE: source, CI_DEFAULT_BRANCH: "main", ...ofBranch };
    const ends: Record<string, JobEnd> = {};
    for (const [name, { script, rules, environment, allow_failure, artifacts }] of Object.entries(jobs)) {
        if (!rules.some((rule) => isTrue(rule.if, predefined))) continue;
        const isProtected = "CI_COMMIT_BRANCH" in predefined;
        const ofEnvironment = isProtected && environment ? settings.environments[environment.name] : {};
        const env = { ...settings.variables, ...settings.secrets, ...ofEnvironment, ...variables, ...predefined };
        const place = await machine.begin();
        place.prependPath(machine.cli);
        const { code, output } = await place.run([...defaults.before_script, ...script].join("\n"), {
            options: ["-eo", "pipefail"],
            env,
        });
        const missing = await place.run((artifacts?.paths ?? []).map((path) => `ls ${path}`).join("\n"), {
            options: ["-e"],
        });
        if (missing.code !== 0 && code === 0) throw new Error(missing.output);
        const result = code === 0 ? "success" : code === allow_failure?.exit_codes ? "warning" : "failure";
        ends[name] = { result, output, summary: "" };
    }
    return ends;
}

/** Whether a rule holds: equalities of variables, joined by `&&`. */
function isTrue(rule: string, variables: Readonly<Record<string, string>>): boolean {
    return rule.split(" && ").every((part) => {
        const [, left = "", right, text] = /^\$(\w+) == (?:\$(\w+)|"(.*)")$/.exec(part) ?? [];
        if (!left) throw new Error(`nobody knows what ${part} means`);
        return variables[left] === (right ? variables[right] : text);
    });
}
