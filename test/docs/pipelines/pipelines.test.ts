import { expect } from "chai";
import { load } from "js-yaml";
import { read } from "../fences.js";
import { readAzure, runOnAzure } from "./azure.js";
import { runOnGitHub, type Workflow } from "./github.js";
import { readGitLab, runOnGitLab } from "./gitlab.js";
import type { Machine } from "./machine.js";
import { type Event, type JobEnd, pipelineOf, pipelines } from "./pipelines.js";
import { type Command, rehearse, SETTINGS } from "./rehearsal.js";
import { problemsOfWorkflow } from "./workflow-schema.js";

const TEMPLATE = "templates/typescript/.github/workflows/pingone.yml";
const workflows = [
    ...pipelines.filter(({ vendor }) => vendor === "GitHub").map(({ at, text }) => ({ at, text })),
    { at: TEMPLATE, text: read(TEMPLATE) },
];
const onGitLab = pipelines.filter(({ vendor }) => vendor === "GitLab").map(({ text }) => text);

/** What each pipeline does at an event. */
const runs: Record<string, (event: Event, machine: Machine) => Promise<Record<string, JobEnd>>> = {
    ...Object.fromEntries(
        workflows.map(({ at, text }) => [
            at,
            (event: Event, machine: Machine) => runOnGitHub(text, event, machine, SETTINGS),
        ]),
    ),
    GitLab: (event, machine) => runOnGitLab(onGitLab, event, machine, SETTINGS),
    Azure: (event, machine) =>
        runOnAzure(
            readAzure(pipelineOf("Azure", "pipelines"), { preview: pipelineOf("Azure", "access") }),
            event,
            machine,
            SETTINGS,
        ),
    "Azure, drift": (event, machine) => runOnAzure(readAzure(pipelineOf("Azure", "drift")), event, machine, SETTINGS),
};
const EVENTS: Event[] = ["pull request", "pull request from a fork", "merge", "schedule"];

describe("the pipelines of the guides and the template", () => {
    it("are there for all three vendors, with those on access and drift", () => {
        const shown = pipelines.map(
            ({ at, vendor }) => `${vendor}: ${at.replace(/^docs\/guides\/(.*)\.md:.*$/, "$1")}`,
        );
        const guides = ["access", "drift", "pipelines"];
        const expected = ["GitHub", "GitLab", "Azure"].flatMap((vendor) =>
            guides.map((guide) => `${vendor}: ${guide}`),
        );
        expect(shown).to.have.members([...expected, "GitHub: rotating-secrets"]);
    });

    for (const { at, text } of workflows)
        describe(at, () => {
            const workflow = load(text) as Workflow;
            const jobs = Object.values(workflow.jobs);

            it("is a workflow as GitHub's own parser wants it", async () => {
                expect(await problemsOfWorkflow(at, text)).to.deep.equal([]);
            });

            it("names the major version of each action, and that of Node.js", () => {
                for (const { uses, with: inputs } of jobs.flatMap(({ steps }) => steps)) {
                    if (uses) expect(uses).to.match(/@v\d+$/);
                    if (uses?.startsWith("actions/setup-node@")) expect(inputs?.["node-version"]).to.be.a("number");
                }
            });

            it("has no more permissions than it needs, and leaves its token to no other step", () => {
                const writes = text.includes("git push") ? "write" : "read";
                expect(workflow.permissions).to.deep.equal({ contents: writes });
                for (const { permissions, steps } of jobs) {
                    const comments = steps.some(({ run }) => run?.startsWith("gh pr comment"));
                    if (permissions || comments)
                        expect(permissions).to.deep.equal({ contents: "read", "pull-requests": "write" });
                    const checkout = steps.find(({ uses }) => uses?.startsWith("actions/checkout@"));
                    if (checkout && writes === "read")
                        expect(checkout.with).to.deep.equal({ "persist-credentials": false });
                }
            });

            it("has its writes of one stack wait for each other, and loses none that waits", () => {
                for (const { environment, concurrency, steps } of jobs) {
                    if (!steps.some(({ run }) => /pulumi (up|preview --refresh)/.test(run ?? ""))) continue;
                    const group = at === TEMPLATE ? `pingone-${environment}` : "pingone";
                    expect(concurrency).to.deep.equal({ group, queue: "max" });
                }
            });
        });

    it("have jobs of GitLab and Azure that write wait for each other", () => {
        const { jobs } = readGitLab(onGitLab);
        expect(jobs.up?.resource_group).to.equal("pingone").and.to.equal(jobs.drift?.resource_group);
        for (const guide of ["pipelines", "drift"])
            expect(readAzure(pipelineOf("Azure", guide)).lockBehavior).to.equal("sequential");
    });

    describe("when all commands do nothing but end", () => {
        /** Every run of a pipeline that an event starts. */
        const rehearsals: {
            title: string;
            event: Event;
            run: (machine: Machine) => Promise<Record<string, JobEnd>>;
        }[] = Object.entries(runs).flatMap(([title, run]) =>
            EVENTS.map((event) => ({ title, event, run: (machine: Machine) => run(event, machine) })),
        );
        const rehearsed: { title: string; event: Event; ends: Record<string, JobEnd>; commands: Command[] }[] = [];

        before(async () => {
            for (const { title, event, run } of rehearsals) rehearsed.push({ title, event, ...(await rehearse(run)) });
        });

        it("start at each event what is meant to run then, and it succeeds", () => {
            const started: Record<string, string[]> = {};
            for (const { title, event, ends } of rehearsed)
                for (const [name, { result, output }] of Object.entries(ends)) {
                    if (result === "skipped") continue;
                    expect(result, `${title}, ${event}: ${name}\n${output}`).to.equal("success");
                    const pipeline = title.replace(/^docs\/guides\/(.*)\.md:.*$/, "GitHub, $1");
                    started[`${pipeline}, ${event}`] = [...(started[`${pipeline}, ${event}`] ?? []), name];
                }
            expect(started).to.deep.equal({
                "GitHub, access, pull request": ["compare"],
                "GitHub, drift, schedule": ["drift"],
                "GitHub, pipelines, pull request": ["preview"],
                "GitHub, pipelines, merge": ["up"],
                "GitHub, rotating-secrets, schedule": ["rotate"],
                [`${TEMPLATE}, pull request`]: ["test", "preview (staging)", "preview (production)"],
                [`${TEMPLATE}, pull request from a fork`]: ["test"],
                [`${TEMPLATE}, merge`]: ["test", "staging", "production"],
                "GitLab, pull request": ["access", "preview"],
                "GitLab, merge": ["up"],
                "GitLab, schedule": ["drift"],
                "Azure, pull request": ["preview"],
                "Azure, merge": ["up"],
                "Azure, drift, schedule": ["all"],
            });
        });

        it("show secrets to Pulumi alone, and that of PingOne to no pull request", () => {
            for (const { title, event, commands } of rehearsed)
                for (const { line, secrets } of commands) {
                    const what = `${title}, ${event}: ${line}`;
                    const [command] = line.split(" ");
                    // A job of GitLab shows its variables to all commands.
                    if (line === "npm ci --ignore-scripts" && title === "GitLab") continue;
                    if (command === "gh") expect(secrets, what).to.deep.equal(["GH_TOKEN"]);
                    else if (command !== "pulumi" && command !== "npx") expect(secrets, what).to.deep.equal([]);
                    else expect(secrets, what).to.include("PULUMI_ACCESS_TOKEN").and.not.to.include("GH_TOKEN");
                    if (event.startsWith("pull request")) expect(secrets, what).not.to.include("PINGONE_CLIENT_SECRET");
                    if (/^pulumi (up|preview --refresh)/.test(line))
                        expect(secrets, what).to.include("PINGONE_CLIENT_SECRET");
                }
        });

        it("fail, whichever of their commands fails", async () => {
            for (const [at, { title, event, commands }] of rehearsed.entries())
                for (const line of new Set(commands.map((each) => each.line))) {
                    const { ends } = await rehearse(rehearsals[at]?.run ?? (async () => ({})), line);
                    const results = Object.values(ends).map(({ result }) => result);
                    expect(results, `${title}, ${event}: ${line}`).to.include("failure");
                }
        }).timeout(120_000);
    });
});
