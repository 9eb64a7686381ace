import { expect } from "chai";
import { load } from "js-yaml";
import { read } from "../fences.js";
import { readAzure, runOnAzure } from "./azure.js";
import { runOnGitHub, type Workflow } from "./github.js";
import { readGitLab, runOnGitLab } from "./gitlab.js";
import type { Machine } from "./machine.js";
import { type Event, pipelineOf, pipelines } from "./pipelines.js";
import { rehearse, SETTINGS } from "./rehearsal.js";
import { problemsOfWorkflow } from "./workflow-schema.js";

const TEMPLATE = "templates/typescript/.github/workflows/pingone.yml";
const workflows = [
    ...pipelines.filter(({ vendor }) => vendor === "GitHub").map(({ at, text }) => ({ at, text })),
    { at: TEMPLATE, text: read(TEMPLATE) },
];
const onGitLab = pipelines.filter(({ vendor }) => vendor === "GitLab").map(({ text }) => text);
const azure = () => readAzure(pipelineOf("Azure", "pipelines"), { preview: pipelineOf("Azure", "access") });

/** What each pipeline does at an event. */
const all: { title: string; run: (event: Event, machine: Machine) => ReturnType<typeof runOnGitHub> }[] = [
    ...workflows.map(({ at, text }) => ({
        title: `the workflow at ${at}`,
        run: (event: Event, machine: Machine) => runOnGitHub(text, event, machine, SETTINGS),
    })),
    { title: "all jobs for GitLab together", run: (event, machine) => runOnGitLab(onGitLab, event, machine, SETTINGS) },
    { title: "the pipeline for Azure", run: (event, machine) => runOnAzure(azure(), event, machine, SETTINGS) },
    {
        title: "the pipeline for Azure on drift",
        run: (event, machine) => runOnAzure(readAzure(pipelineOf("Azure", "drift")), event, machine, SETTINGS),
    },
];
const events: Event[] = ["pull request", "pull request from a fork", "merge", "schedule"];

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

    it("start at each event what is meant to run then", async () => {
        const started: Record<string, Record<string, string[]>> = {};
        for (const { title, run } of all) {
            started[title.replace(/:\d+$/, "").replace("the workflow at ", "")] = {};
            for (const event of events) {
                const { ends } = await rehearse((machine) => run(event, machine));
                const names = Object.keys(ends).filter((name) => ends[name]?.result !== "skipped");
                for (const name of names) expect(ends[name]?.result, ends[name]?.output).to.equal("success");
                if (names.length > 0)
                    started[title.replace(/:\d+$/, "").replace("the workflow at ", "")][event] = names;
            }
        }
        expect(started).to.deep.equal({});
    });
});
