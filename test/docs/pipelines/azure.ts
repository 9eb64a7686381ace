import { load } from "js-yaml";
import * as z from "zod";
import type { Ended, Machine } from "./machine.js";
import type { Event, JobEnd, Settings } from "./pipelines.js";

const texts = z.record(z.string(), z.string());
const steps = z.array(
    z.union([
        z.strictObject({ task: z.literal("UseNode@1"), inputs: z.strictObject({ version: z.string() }) }),
        z.strictObject({
            script: z.string().optional(),
            bash: z.string().optional(),
            displayName: z.string().optional(),
            condition: z.string().optional(),
            env: texts.optional(),
        }),
    ]),
);
const variables = z.array(
    z.union([z.strictObject({ group: z.string() }), z.strictObject({ name: z.string(), value: z.string() })]),
);
const branches = z.union([z.literal("none"), z.array(z.string())]);
const pipeline = z.strictObject({
    trigger: branches,
    pr: branches,
    schedules: z
        .array(
            z.strictObject({
                cron: z.string(),
                displayName: z.string(),
                branches: z.strictObject({ include: z.array(z.string()) }),
                always: z.boolean(),
            }),
        )
        .optional(),
    lockBehavior: z.enum(["sequential", "runLatest"]),
    pool: z.strictObject({ vmImage: z.string() }),
    variables,
    steps: steps.optional(),
    stages: z
        .array(
            z.strictObject({
                stage: z.string(),
                dependsOn: z.tuple([]).optional(),
                condition: z.string(),
                variables: variables.optional(),
                jobs: z.array(z.strictObject({ job: z.string(), steps })),
            }),
        )
        .optional(),
});

type Variables = Readonly<Record<string, string>>;

/** The pipeline of Azure DevOps, with more steps at the end of a stage. */
export function readAzure(text: string, more: Readonly<Record<string, string>> = {}) {
    const { stages = [], steps: alone, ...rest } = pipeline.parse(load(text));
    const known = alone
        ? [{ stage: "all", condition: "", variables: undefined, jobs: [{ job: "all", steps: alone }] }]
        : stages;
    for (const { stage, jobs } of known) jobs[0]?.steps.push(...steps.parse(load(more[stage] ?? "[]")));
    return { ...rest, stages: known };
}

/** Runs the stages that an event starts. */
export async function runOnAzure(
    pipeline: ReturnType<typeof readAzure>,
    event: Event,
    machine: Machine,
    settings: Settings,
): Promise<Record<string, JobEnd>> {
    const request = event === "pull request" || event === "pull request from a fork";
    const started = { "pull request": pipeline.pr, "pull request from a fork": pipeline.pr, merge: pipeline.trigger };
    if (event === "schedule" ? !pipeline.schedules : started[event] === "none") return {};
    const predefined = {
        "System.PullRequest.IsFork": event === "pull request from a fork" ? "True" : "False",
        "Build.Reason": request ? "PullRequest" : event === "schedule" ? "Schedule" : "IndividualCI",
        "Build.SourceBranch": request ? "refs/pull/7/merge" : "refs/heads/main",
    };
    const ends: Record<string, JobEnd> = {};
    for (const { stage, condition, jobs, variables: own = [] } of pipeline.stages) {
        if (condition && !isTrue(condition, predefined)) continue;
        const groups = { pingone: settings, "pingone-production": { secrets: settings.environments.production ?? {} } };
        const open: Record<string, string> = {};
        const secrets: Record<string, string> = {};
        for (const each of [...pipeline.variables, ...own]) {
            if ("name" in each) open[each.name] = each.value;
            else if (each.group === "pingone") Object.assign(open, settings.variables);
            if ("group" in each) Object.assign(secrets, secretsOf(each.group, groups, request));
        }
        for (const { steps } of jobs) ends[stage] = await runSteps(steps, machine, { ...predefined, ...open }, secrets);
    }
    return ends;
}

function secretsOf(group: string, groups: Record<string, { secrets: Variables }>, request: boolean): Variables {
    const found = groups[group];
    if (!found) throw new Error(`nobody has made the group ${group}`);
    if (request && group !== "pingone") throw new Error(`the group ${group} is for the main branch only`);
    return found.secrets;
}

async function runSteps(
    all: z.infer<typeof steps>,
    machine: Machine,
    open: Variables,
    secrets: Variables,
): Promise<JobEnd> {
    const place = await machine.begin();
    const end: JobEnd = { result: "success", output: "", summary: "" };
    const inEnvironment = Object.entries(open).map(([name, value]) => [name.replaceAll(".", "_").toUpperCase(), value]);
    for (const step of all) {
        if ("task" in step || (end.result === "failure" && step.condition !== "not(canceled())")) continue;
        const given = Object.entries(step.env ?? {}).map(([name, value]) => [name, replaced(value)]);
        // Both are bash, and neither ends at a command that fails.
        const { code, output } = await place.run(replaced(step.bash ?? step.script ?? ""), {
            env: Object.fromEntries([...inEnvironment, ...given]),
        });
        end.output += output;
        if (code !== 0) end.result = "failure";
        else if (output.includes("##vso[task.complete result=SucceededWithIssues;]")) end.result = "warning";
        const { prepended, summary } = commandsIn({ code, output });
        if (prepended) place.prependPath(prepended);
        if (summary) end.summary += (await place.run(`cat "${summary}"`)).output;
    }
    return end;

    function replaced(text: string): string {
        return text.replace(/\$\(([A-Za-z_][\w.]*)\)/g, (_, name: string) => {
            const value = { ...open, ...secrets }[name];
            if (value === undefined) throw new Error(`nothing sets ${name}`);
            return value;
        });
    }
}

function commandsIn({ output }: Ended): { prepended?: string; summary?: string } {
    const argumentOf = (command: string) => new RegExp(`^##vso\\[task\\.${command}\\](.*)$`, "m").exec(output)?.[1];
    return { prepended: argumentOf("prependpath"), summary: argumentOf("uploadsummary") };
}

/** Whether a condition of a stage holds: one comparison, or several in `and`. */
function isTrue(condition: string, variables: Variables): boolean {
    const [, several] = /^and\((.*)\)$/.exec(condition) ?? [];
    if (several) return several.split(/(?<=\)), /).every((each) => isTrue(each, variables));
    const [, how, name = "", text] = /^(eq|ne)\(variables\['([\w.]+)'\], '(.*)'\)$/.exec(condition) ?? [];
    if (!how) throw new Error(`nobody knows what ${condition} means`);
    return (variables[name] === text) === (how === "eq");
}
