import { performance } from "node:perf_hooks";
import type { Body } from "../../client/http";
import { PingOneError } from "../../errors";
import { type Definition, kindOf } from "../definition";
import type { Deployment } from "../deployment";
import { idOf, RemoteObject } from "../object";
import { withParents } from "../parents";
import { schemaProblems } from "../problems";
import { settled } from "../settled";
import { completed, isLink, toBody } from "../values/body";
import type { Values } from "../values/paths";
import { reserved, visible } from "../values/state";
import { write } from "../writing/write";
import { adopt } from "./adopt";
import { builtInOf, takeOver, untouched } from "./built-in";
import { findLost, undecided } from "./lost";
import { refuseTwin } from "./twins";

/** What create answers to the engine. */
export interface Created {
    id: string;
    outs: Values;
}

/** How often an object is sent when each attempt got lost without a trace. */
const attempts = 4;

/** Creates the object, or takes over the one that the program imports or that exists without anybody's creating it. */
export async function create(definition: Definition, deployment: Deployment, news: Values): Promise<Created> {
    refuseCasualty(definition, deployment, visible(news));
    const object = new RemoteObject(definition, deployment, await withParents(definition, deployment, visible(news)));
    const imported = news[reserved.import];
    return write(object, async () => {
        const { body, before } = await existing(object, news, imported);
        const id = idOf(definition, object.values, body);
        // The id of a link is not new: what is deleted later in this deployment may have the same.
        if (isLink(kindOf(definition, object.values))) deployment.ownership.takesOver(object.path(id));
        else deployment.ownership.gains(object.path(id));
        deployment.touched.add(id);
        return { id, outs: await settled(object, id, body, { imported, before }) };
    });
}

/** The object as it exists in the end, and what it was before, if it is built in. */
async function existing(object: RemoteObject, news: Values, imported: unknown): Promise<{ body: Body; before?: Body }> {
    const { definition, deployment } = object;
    if (typeof imported === "string" && deployment.ownership.isToBeObeyed(imported)) {
        const body = await adopt(object, imported, (news[reserved.secrets] ?? []) as string[]);
        return { body, before: untouched(definition, body) };
    }
    if (definition.single || definition.allBuiltIn) return takeOver(object, await builtInOf(object));
    if (definition.keyIsShared) await refuseTwin(object);
    try {
        return { body: await createOnce(object) };
    } catch (refusal) {
        const found = definition.builtIn && isRefusal(refusal) && (await builtInOf(object));
        if (!found) throw refusal;
        return takeOver(object, found);
    }
}

/** Sends the object until it is certain that it exists once. */
async function createOnce(object: RemoteObject): Promise<Body> {
    const started = performance.now();
    let someGotLost = false;
    for (let attempt = 1; ; attempt += 1) {
        const outcome = await post(object);
        if (!(outcome instanceof PingOneError)) return outcome;
        const maybeTakenByALostOne = someGotLost && outcome.code === "NOT_UNIQUE";
        // That this one was not sent does not tell of the lost ones before it.
        if (someGotLost && !outcome.mayHaveHappened && !isRefusal(outcome))
            throw undecided(object, outcome.summary, outcome);
        if (!outcome.mayHaveHappened && !maybeTakenByALostOne) throw outcome;
        someGotLost = true;
        const found = await findLost(object, started, outcome);
        if (found) return found;
        if (maybeTakenByALostOne) throw outcome;
        if (attempt === attempts || !object.inTime) throw undecided(object, outcome.summary, outcome);
    }
}

/** Sends the object once: PingOne's answer, or why there is none. */
async function post(object: RemoteObject): Promise<Body | PingOneError> {
    try {
        const { definition, values } = object;
        const body = await object.post(completed(definition, values, toBody(definition, values)));
        if (typeof body.id === "string") return body;
        return new PingOneError("UNEXPECTED_ANSWER", "the answer holds no id", { mayHaveHappened: true });
    } catch (error) {
        if (error instanceof PingOneError) return error;
        throw error;
    }
}

function isRefusal(error: unknown): boolean {
    return error instanceof PingOneError && (error.code === "REFUSED" || error.code === "NOT_UNIQUE");
}

/** Check lets pass what lacks something because another resource failed: the engine skips it, where it knows. */
function refuseCasualty(definition: Definition, deployment: Deployment, inputs: Values): void {
    if (deployment.failures === 0) return;
    const missing = schemaProblems(definition, inputs).filter((problem) => problem.missing);
    if (missing.length === 0) return;
    throw new PingOneError(
        "INPUT",
        `${missing.map(({ path }) => path).join(", ")}: what it depends on failed in this run`,
    );
}
