import { performance } from "node:perf_hooks";
import type { Body } from "../client/http";
import type { Operation } from "../client/operation";
import type { Session } from "../client/session";
import { PingOneError } from "../errors";
import { toBody } from "./body";
import type { Definition, Values } from "./definition";
import { adopt } from "./import";
import { findLost, undecided, withSameKey } from "./lost";
import { collectionPath, importLine, turnOf } from "./objects";
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
export async function create(definition: Definition, session: Session, news: Values): Promise<Created> {
    const operation = session.operation();
    const inputs = visible(news);
    const imported = news[key.import];
    return session.turns.run(turnOf(definition, inputs), async () => {
        if (typeof imported === "string" && !session.owned.has(imported))
            return adopt(definition, session, operation, inputs, imported, (news[key.secrets] ?? []) as string[]);
        if (definition.keyIsShared) await refuseTwin(definition, session, operation, inputs);
        const body = await createOnce(definition, session, operation, inputs);
        const id = String(body.id);
        session.owned.add(id);
        return { id, outs: toState(definition, inputs, body) };
    });
}

/** Sends the object until it is certain that it exists once. */
async function createOnce(
    definition: Definition,
    session: Session,
    operation: Operation,
    inputs: Values,
): Promise<Body> {
    const started = performance.now();
    let someGotLost = false;
    for (let attempt = 1; ; attempt += 1) {
        const outcome = await post(definition, session, operation, inputs);
        if (!(outcome instanceof PingOneError)) return outcome;
        const maybeTakenByALostOne = someGotLost && outcome.code === "NOT_UNIQUE";
        if (!outcome.mayHaveHappened && !maybeTakenByALostOne)
            throw await explain(definition, session, operation, inputs, outcome);
        someGotLost = true;
        const found = await findLost(definition, session, operation, inputs, started);
        if (found) return found;
        if (maybeTakenByALostOne) throw await explain(definition, session, operation, inputs, outcome);
        if (attempt === attempts || operation.remaining === 0) throw undecided(definition, inputs, outcome.message);
    }
}

/** Sends the object once: PingOne's answer, or why there is none. */
async function post(
    definition: Definition,
    session: Session,
    operation: Operation,
    inputs: Values,
): Promise<Body | PingOneError> {
    try {
        const http = await session.http();
        const { body } = await http.request(
            operation,
            "POST",
            collectionPath(definition, inputs),
            toBody(definition, inputs),
        );
        if (typeof body.id === "string") return body;
        return new PingOneError("UNEXPECTED_ANSWER", "the answer holds no id", { mayHaveHappened: true });
    } catch (error) {
        if (error instanceof PingOneError) return error;
        throw error;
    }
}

/** Adds to a refusal which object stands in the way, and how to go on. */
async function explain(
    definition: Definition,
    session: Session,
    operation: Operation,
    inputs: Values,
    refusal: PingOneError,
): Promise<PingOneError> {
    if (refusal.code !== "NOT_UNIQUE") return refusal;
    const id =
        refusal.answerDetails.find((detail) => detail.existingId)?.existingId ??
        (await withSameKey(definition, session, operation, inputs).catch(() => [])).map((item) => String(item.id))[0];
    return refusal.advise(
        [
            `The object that has it${id ? ` has the id ${id}` : " could not be determined"} and is not managed by this stack, or not under this name.`,
            'If the resource was renamed in the program, give it `aliases: [{ name: "<old name>" }]`. If it is being replaced by force, give it `deleteBeforeReplace: true`.',
            `To take the object over, import it: ${importLine(definition, inputs, id ?? "<id>")}`,
        ].join("\n"),
    );
}
