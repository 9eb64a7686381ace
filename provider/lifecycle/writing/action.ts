import { isDeepStrictEqual } from "node:util";
import type { Body } from "../../client/http";
import { PingOneError } from "../../errors";
import type { Action, Definition } from "../definition";
import { label } from "../messages";
import { idOf, type RemoteObject } from "../object";
import { at, type Values } from "../values/paths";
import { computed } from "../values/state";

/** Whether a change of the inputs asks for the action: of a value that was given and still is. */
export function asksForAction({ action }: Definition, state: Values, inputs: Values): boolean {
    if (!action) return false;
    const [before, now] = [at(state, action.when), at(inputs, action.when)];
    return before !== undefined && now !== undefined && !isDeepStrictEqual(before, now);
}

/**
 * Carries the action out, once: where PingOne shows something else than the state, it was carried out after the state
 * was written, by a run that was cut short or by somebody else.
 * @param existing the object before the action
 * @param done whether the last refresh found that it had been carried out
 * @throws PingOneError `UNAVAILABLE` where nobody can tell whether it was carried out
 */
export async function act(object: RemoteObject, state: Values, existing: Body, done: boolean): Promise<Body> {
    const { definition, deployment, values } = object;
    const action = definition.action as Action;
    const shown = computed(definition, existing)[action.shows];
    if (done || shown !== state[action.shows]) {
        deployment.warn(
            `${label(definition, values)}: ${action.shows} is not what it was after the last \`pulumi up\`, so it is taken for changed already, by a run that was cut short, and is not changed once more. If somebody else changed it, change ${action.when} again`,
        );
        return existing;
    }
    try {
        const { serverNow } = await object.session.http();
        const answer = await object.post(action.body(values, new Date(serverNow)));
        if (shows(object, answer, action) !== undefined) return answer;
        throw new PingOneError("UNEXPECTED_ANSWER", `the answer holds no ${action.shows}`, { mayHaveHappened: true });
    } catch (error) {
        if (!(error instanceof PingOneError) || !error.mayHaveHappened) throw error;
        return after(object, action, shown, error);
    }
}

function shows({ definition }: RemoteObject, body: Body, action: Action): unknown {
    return computed(definition, body)[action.shows];
}

/** What became of an action whose answer was lost. */
async function after(object: RemoteObject, action: Action, before: unknown, lost: PingOneError): Promise<Body> {
    const { definition, deployment, values } = object;
    for (const pause of deployment.lookAfter) {
        if (!(await object.wait(pause))) break;
        const body = await object.get(object.id ?? idOf(definition, values, {}));
        if (body && shows(object, body, action) !== before) return body;
    }
    throw new PingOneError("UNAVAILABLE", `${lost.summary}, and ${action.shows} has not changed so far`, {
        advice: "Run `pulumi up` again: it looks first whether it has changed meanwhile.",
        correlationId: lost.correlationId,
    });
}
