import { load } from "js-yaml";
import { type Contexts, filledIn, isFulfilled } from "./expressions.js";
import type { Ended, JobPlace, Machine } from "./machine.js";
import type { Event, JobEnd, Settings } from "./pipelines.js";

/** A workflow of GitHub Actions, as far as jobs here need it. */
export interface Workflow {
    on: string | string[] | Record<string, unknown>;
    permissions?: Record<string, string>;
    env?: Variables;
    jobs: Record<string, Job>;
}

interface Job {
    if?: string;
    needs?: string | string[];
    environment?: string;
    permissions?: Record<string, string>;
    concurrency?: unknown;
    env?: Variables;
    outputs?: Variables;
    strategy?: { matrix: Record<string, string[]> };
    steps: Step[];
}

interface Step {
    id?: string;
    if?: string;
    uses?: string;
    run?: string;
    shell?: string;
    with?: Variables;
    env?: Variables;
}

type Variables = Record<string, string | number | boolean>;
type Texts = Record<string, string>;

const REPOSITORY = "my-org/orders";

const NAMES: Readonly<Record<Event, string>> = {
    "pull request": "pull_request",
    "pull request from a fork": "pull_request",
    merge: "push",
    schedule: "schedule",
};

/** Runs what a workflow does at an event: its jobs by name, with the values of a matrix in parentheses. */
export async function runOnGitHub(
    text: string,
    event: Event,
    machine: Machine,
    settings: Settings,
): Promise<Record<string, JobEnd>> {
    const workflow = load(text) as Workflow;
    const triggers = typeof workflow.on === "string" ? [workflow.on] : Object.keys(workflow.on);
    if (!triggers.some((name) => name === NAMES[event] || workflow.on === name)) return {};
    const ended: Record<string, { result: JobEnd["result"]; outputs: Texts }> = {};
    const ends: Record<string, JobEnd> = {};
    for (const [name, job] of Object.entries(workflow.jobs)) {
        const needs = Object.fromEntries([job.needs ?? []].flat().map((each) => [each, ended[each]]));
        const runs = matrixOf(job).map((matrix) => new JobRun(workflow, job, event, settings, { needs, matrix }));
        for (const run of runs) {
            const { outputs, ...end } = await run.toEnd(machine);
            const of = Object.values(run.matrix).join(", ");
            ends[of ? `${name} (${of})` : name] = end;
            ended[name] = { result: worse(ended[name]?.result, end.result), outputs };
        }
    }
    return ends;
}

function matrixOf({ strategy }: Job): Texts[] {
    const [[name, values] = [], ...others] = Object.entries(strategy?.matrix ?? {});
    if (others.length > 0) throw new Error("only a matrix of one line is understood");
    return name && values ? values.map((value) => ({ [name]: value })) : [{}];
}

function worse(one: JobEnd["result"] | undefined, other: JobEnd["result"]): JobEnd["result"] {
    return one === undefined || one === "success" ? other : one;
}

/** One run of one job. */
class JobRun {
    readonly matrix: Texts;
    private readonly contexts: Contexts;
    private readonly environments: Settings["environments"];
    private readonly needsFailed: boolean;

    constructor(
        private readonly workflow: Workflow,
        private readonly job: Job,
        event: Event,
        { variables, secrets, environments }: Settings,
        given: { needs: Record<string, { result: JobEnd["result"] } | undefined>; matrix: Texts },
    ) {
        this.matrix = given.matrix;
        this.needsFailed = Object.values(given.needs).some((need) => need?.result !== "success");
        const fork = event === "pull request from a fork";
        const isRequest = NAMES[event] === "pull_request";
        const head = { repo: { full_name: fork ? "stranger/orders" : REPOSITORY } };
        const details = isRequest ? { number: 7, pull_request: { head } } : {};
        const github = { event_name: NAMES[event], event: details, repository: REPOSITORY, token: "of GitHub" };
        this.contexts = { github, vars: variables, secrets: fork ? {} : secrets, ...given };
        this.environments = isRequest ? {} : environments;
    }

    async toEnd(machine: Machine): Promise<JobEnd & { outputs: Texts }> {
        if (!(await isFulfilled(this.job.if, this.contexts, { failed: this.needsFailed })))
            return { result: "skipped", output: "", summary: "", outputs: {} };
        const place = await machine.begin();
        const contexts = await this.withVariables(this.contexts);
        const steps: Record<string, { outputs: Texts }> = {};
        const result = { failed: false, output: "" };
        for (const step of this.job.steps) {
            const known = { ...contexts, steps };
            if (!(await isFulfilled(step.if, known, result))) continue;
            const { code, output } = await new StepRun(step, known, place, machine).toEnd();
            result.failed ||= code !== 0;
            result.output += output;
            if (step.id) steps[step.id] = { outputs: outputsIn(place) };
        }
        const outputs = result.failed ? {} : await filled(this.job.outputs, { ...contexts, steps });
        return {
            result: result.failed ? "failure" : "success",
            output: result.output,
            summary: place.textOf("summary"),
            outputs,
        };
    }

    private async withVariables(contexts: Contexts): Promise<Contexts> {
        const name = this.job.environment && (await filledIn(this.job.environment, contexts));
        const secrets = { ...(contexts.secrets as object), ...(name ? this.environments[name] : {}) };
        const known = { ...contexts, secrets };
        const env = await filled(this.workflow.env, known);
        return { ...known, env: { ...env, ...(await filled(this.job.env, { ...known, env })) } };
    }
}

/** One run of one step. */
class StepRun {
    constructor(
        private readonly step: Step,
        private readonly contexts: Contexts,
        private readonly place: JobPlace,
        private readonly machine: Machine,
    ) {}

    async toEnd(): Promise<Ended> {
        const env = {
            ...(this.contexts.env as Texts),
            ...(await filled(this.step.env, this.contexts)),
            GITHUB_OUTPUT: this.place.file("outputs"),
            GITHUB_STEP_SUMMARY: this.place.file("summary"),
        };
        const { run, shell } = this.step;
        const options = shell === "bash" ? ["-eo", "pipefail"] : ["-e"];
        const script = run === undefined ? await this.scriptOfAction() : await filledIn(run, this.contexts);
        return this.place.run(script, { options, env });
    }

    /** What an action does, as far as it matters here. */
    private async scriptOfAction(): Promise<string> {
        const inputs = await filled(this.step.with, this.contexts);
        const [action] = this.step.uses?.split("@") ?? [];
        switch (action) {
            case "actions/checkout":
            case "actions/setup-node":
                return "";
            case "pulumi/actions":
                this.place.prependPath(this.machine.cli);
                return inputs.command ? pulumiCommand(inputs) : "";
            default:
                throw new Error(`nobody knows what ${this.step.uses} does`);
        }
    }
}

/** The command line that Pulumi's action comes down to. */
function pulumiCommand(inputs: Texts): string {
    const { command, "stack-name": stack, policyPacks, "comment-on-summary": summary, ...others } = inputs;
    if (!stack || Object.keys(others).length > 0) throw new Error(`nobody knows ${JSON.stringify(inputs)}`);
    const options = [`--stack "${stack}"`, ...(policyPacks ? [`--policy-pack "${policyPacks}"`] : [])];
    const line = ["pulumi", command, ...(command === "preview" ? [] : ["--yes --skip-preview"]), ...options].join(" ");
    return summary ? `set -o pipefail; ${line} 2>&1 | tee -a "$GITHUB_STEP_SUMMARY"` : line;
}

function outputsIn(place: JobPlace): Texts {
    const lines = place.textOf("outputs").split("\n").filter(Boolean);
    return Object.fromEntries(lines.map((line) => /^(\w+)=(.*)$/.exec(line)?.slice(1) ?? [line, ""]));
}

async function filled(variables: Variables = {}, contexts: Contexts): Promise<Texts> {
    const entries = Object.entries(variables).map(async ([name, value]) => [
        name,
        await filledIn(String(value), contexts),
    ]);
    return Object.fromEntries(await Promise.all(entries));
}
