import { performance } from "node:perf_hooks";
import type { Body } from "../client/http";
import { PingOneError } from "../errors";
import { parents, toBody } from "./body";
import type { Definition, Values } from "./definition";
import { adopt } from "./import";
import { findLost, hasKeyOf, undecided } from "./lost";
import { importLine, otherReasons } from "./messages";
import type { Run } from "./run";
import { key, toState, visible } from "./state";
import { Task } from "./task";
import { refuseTwin } from "./twins";
import { at } from "./values";

/** What create answers to the engine. */
export interface Created {
    id: string;
    outs: Values;
}

/** How often an object is sent when each attempt got lost without a trace. */
const attempts = 4;

/** Creates the object, or takes over the one that the program imports. */
export async function create(definition: Definition, run: Run, news: Values): Promise<Created> {
    const task = new Task(definition, run, visible(news));
    const imported = news[key.import];
    return task.inTurn(async () => {
        if (typeof imported === "string" && !run.owned.has(imported))
            return adopt(task, imported, (news[key.secrets] ?? []) as string[]);
        if (definition.keyIsShared) await refuseTwin(task);
        const body = await createOnce(task);
        const id = String(body.id);
        run.owned.add(id);
        run.created.add(id);
        return { id, outs: toState(definition, task.values, body, imported) };
    });
}

/** Sends the object until it is certain that it exists once. */
async function createOnce(task: Task): Promise<Body> {
    const started = performance.now();
    let someGotLost = false;
    for (let attempt = 1; ; attempt += 1) {
        const outcome = await post(task);
        if (!(outcome instanceof PingOneError)) return outcome;
        const maybeTakenByALostOne = someGotLost && outcome.code === "NOT_UNIQUE";
        if (!outcome.mayHaveHappened && !maybeTakenByALostOne) throw await explain(task, outcome);
        someGotLost = true;
        const found = await findLost(task, started, outcome);
        if (found) return found;
        if (maybeTakenByALostOne) throw await explain(task, outcome);
        if (attempt === attempts || !task.inTime) throw undecided(task, outcome.summary, outcome);
    }
}

/** Sends the object once: PingOne's answer, or why there is none. A parent just created may be unknown for a moment. */
async function post(task: Task): Promise<Body | PingOneError> {
    const { definition, run, values } = task;
    const parentIsNew = parents(definition).some((parent) => run.created.has(String(values[parent])));
    const pauses = parentIsNew ? run.lookAfter.slice(1) : [];
    for (;;) {
        try {
            const body = await task.post(toBody(definition, values));
            if (typeof body.id === "string") return body;
            return new PingOneError("UNEXPECTED_ANSWER", "the answer holds no id", { mayHaveHappened: true });
        } catch (error) {
            if (!(error instanceof PingOneError)) throw error;
            const pause = error.code === "NOT_FOUND" ? pauses.shift() : undefined;
            if (pause === undefined || !(await task.wait(pause))) return error;
        }
    }
}

/** Adds to a refusal what stands in the way, and how to go on. */
async function explain(task: Task, refusal: PingOneError): Promise<PingOneError> {
    if (refusal.code === "NOT_FOUND") {
        await task.requireEnvironment();
        return refusal.advise("What it belongs to no longer exists: run `pulumi refresh`, then `pulumi up`.");
    }
    if (refusal.code !== "NOT_UNIQUE") return refusal;
    const id = await holderOf(task, refusal);
    return refusal.advise(
        [
            `The object that has it already ${id ? `has the id ${id} and ` : ""}is not managed by this stack, or not under this name.`,
            otherReasons,
            `To take the object over, import it: ${importLine(task.definition, task.values, id ?? "<id>")}`,
        ].join("\n"),
    );
}

/** The id of the object that holds a unique value, as PingOne says or as its list shows. */
async function holderOf(task: Task, refusal: PingOneError): Promise<string | undefined> {
    const named = refusal.answerDetails.find((detail) => detail.existingId)?.existingId;
    if (named) return named;
    const { definition, values } = task;
    const wanted = toBody(definition, values);
    const targets = refusal.answerDetails
        .map((detail) => detail.target ?? "")
        .filter((path) => at(wanted, path) !== undefined);
    const holds = (item: Body) =>
        targets.length > 0 ? targets.some((path) => at(item, path) === at(wanted, path)) : hasKeyOf(task, item);
    const id = (await task.list().catch(() => [])).find(holds)?.id;
    return id === undefined ? undefined : String(id);
}
