import { performance } from "node:perf_hooks";
import type { Body } from "../client/http";
import type { Operation } from "../client/operation";
import { PingOneError } from "../errors";
import { parents, toBody } from "./body";
import type { Definition, Values } from "./definition";
import { adopt } from "./import";
import { findLost, undecided, withSameKey } from "./lost";
import { collectionPath, importLine, turnOf } from "./objects";
import type { Run } from "./run";
import { key, toState, visible } from "./state";
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
    const operation = run.operation();
    const inputs = visible(news);
    const imported = news[key.import];
    return run.turns.run(turnOf(definition, inputs), async () => {
        if (typeof imported === "string" && !run.owned.has(imported))
            return adopt(definition, run, operation, inputs, imported, (news[key.secrets] ?? []) as string[]);
        if (definition.keyIsShared) await refuseTwin(definition, run, operation, inputs);
        const body = await createOnce(definition, run, operation, inputs);
        const id = String(body.id);
        run.owned.add(id);
        run.created.add(id);
        return { id, outs: toState(definition, inputs, body) };
    });
}

/** Sends the object until it is certain that it exists once. */
async function createOnce(definition: Definition, run: Run, operation: Operation, inputs: Values): Promise<Body> {
    const started = performance.now();
    let someGotLost = false;
    for (let attempt = 1; ; attempt += 1) {
        const outcome = await post(definition, run, operation, inputs);
        if (!(outcome instanceof PingOneError)) return outcome;
        const maybeTakenByALostOne = someGotLost && outcome.code === "NOT_UNIQUE";
        if (!outcome.mayHaveHappened && !maybeTakenByALostOne)
            throw await explain(definition, run, operation, inputs, outcome);
        someGotLost = true;
        const found = await findLost(definition, run, operation, inputs, started);
        if (found) return found;
        if (maybeTakenByALostOne) throw await explain(definition, run, operation, inputs, outcome);
        if (attempt === attempts || operation.remaining === 0) throw undecided(definition, inputs, outcome.message);
    }
}

/** Sends the object once: PingOne's answer, or why there is none. A parent just created may be unknown for a moment. */
async function post(
    definition: Definition,
    run: Run,
    operation: Operation,
    inputs: Values,
): Promise<Body | PingOneError> {
    const http = await run.http();
    const parentIsNew = parents(definition).some((parent) => run.created.has(String(inputs[parent])));
    for (const pause of parentIsNew ? [...run.lookAfter.slice(1), 0] : [0]) {
        try {
            const collection = collectionPath(definition, inputs);
            const { body } = await http.request(operation, "POST", collection, toBody(definition, inputs));
            if (typeof body.id === "string") return body;
            return new PingOneError("UNEXPECTED_ANSWER", "the answer holds no id", { mayHaveHappened: true });
        } catch (error) {
            if (!(error instanceof PingOneError)) throw error;
            if (error.code !== "NOT_FOUND" || pause === 0 || !(await operation.wait(pause))) return error;
        }
    }
    throw new Error("a request is sent at least once");
}

/** Adds to a refusal which object stands in the way, and how to go on. */
async function explain(
    definition: Definition,
    run: Run,
    operation: Operation,
    inputs: Values,
    refusal: PingOneError,
): Promise<PingOneError> {
    if (refusal.code === "NOT_FOUND") {
        await run.requireEnvironment(operation, String(inputs.environmentId));
        return refusal.advise("What it belongs to no longer exists: run `pulumi refresh`, then `pulumi up`.");
    }
    if (refusal.code !== "NOT_UNIQUE") return refusal;
    const id =
        refusal.answerDetails.find((detail) => detail.existingId)?.existingId ??
        (await withSameKey(definition, run, operation, inputs).catch(() => [])).map((item) => String(item.id))[0];
    return refusal.advise(
        [
            `The object that has it${id ? ` has the id ${id}` : " could not be determined"} and is not managed by this stack, or not under this name.`,
            'If the resource was renamed in the program, give it `aliases: [{ name: "<old name>" }]`. If it is being replaced by force, give it `deleteBeforeReplace: true`.',
            `To take the object over, import it: ${importLine(definition, inputs, id ?? "<id>")}`,
        ].join("\n"),
    );
}
