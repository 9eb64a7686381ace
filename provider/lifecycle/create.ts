import { performance } from "node:perf_hooks";
import type { Body } from "../client/http";
import { PingOneError } from "../errors";
import { toBody } from "./body";
import type { Definition, Values } from "./definition";
import { adopt } from "./import";
import { findLost, undecided } from "./lost";
import type { Run } from "./run";
import { key, toState, visible } from "./state";
import { Task } from "./task";
import { refuseTwin } from "./twins";

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
    return task.write(async () => {
        if (typeof imported === "string" && !run.leaving.has(imported))
            return adopt(task, imported, (news[key.secrets] ?? []) as string[]);
        if (definition.keyIsShared) await refuseTwin(task);
        const body = await createOnce(task);
        const id = String(body.id);
        run.owned.add(id);
        run.touched.add(id);
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
        if (!outcome.mayHaveHappened && !maybeTakenByALostOne) throw outcome;
        someGotLost = true;
        const found = await findLost(task, started, outcome);
        if (found) return found;
        if (maybeTakenByALostOne) throw outcome;
        if (attempt === attempts || !task.inTime) throw undecided(task, outcome.summary, outcome);
    }
}

/** Sends the object once: PingOne's answer, or why there is none. */
async function post(task: Task): Promise<Body | PingOneError> {
    try {
        const body = await task.post(toBody(task.definition, task.values));
        if (typeof body.id === "string") return body;
        return new PingOneError("UNEXPECTED_ANSWER", "the answer holds no id", { mayHaveHappened: true });
    } catch (error) {
        if (error instanceof PingOneError) return error;
        throw error;
    }
}
