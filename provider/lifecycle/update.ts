import type { Body } from "../client/http";
import { PingOneError } from "../errors";
import { putIfDifferent } from "./creating/built-in";
import { type Definition, kindOf } from "./definition";
import type { Deployment } from "./deployment";
import { changedPaths, clearedPaths, newlyGiven } from "./diff";
import { label } from "./messages";
import { RemoteObject } from "./object";
import { withParents } from "./parents";
import { settled } from "./settled";
import { type Values, within, without } from "./values/paths";
import { lacksOutput, rememberedBy, reserved, visible } from "./values/state";
import { act, asksForAction } from "./writing/action";
import { write } from "./writing/write";

/** Changes the object to what the inputs say; what they do not say stays as it is. */
export async function update(
    definition: Definition,
    deployment: Deployment,
    id: string,
    state: Values,
    news: Values,
): Promise<Values> {
    const inputs = visible(news);
    if (onlyLocalChanges(definition, state, inputs)) return { ...withoutLocal(definition, state), ...inputs };
    const object = new RemoteObject(definition, deployment, await withParents(definition, deployment, inputs), id);
    return write(object, async () => {
        const existing = await object.get(id);
        const updated = existing && (await changed(existing));
        if (updated) return settled(object, id, updated, rememberedBy(state));
        throw new PingOneError("NOT_FOUND", `${label(definition, inputs, id)} no longer exists`, {
            advice: "Someone deleted it: run `pulumi refresh`, then `pulumi up` creates it again.",
        });
    });

    async function changed(existing: Body): Promise<Body | undefined> {
        // The state lacks an output: nothing else of such an object changes without another one.
        if (definition.noUpdate) return existing;
        if (asksForAction(definition, state, inputs)) return act(object, state, existing, news[reserved.done] === true);
        const before = state[reserved.before] as Body | undefined;
        return putIfDifferent(object, id, existing, clearedPaths(definition, state, inputs), before);
    }
}

/** Whether nothing changes that PingOne has. */
function onlyLocalChanges(definition: Definition, state: Values, inputs: Values): boolean {
    const { paths } = kindOf(definition, inputs);
    const [local, reread] = [paths("local"), paths("reread")];
    const changes = [
        ...changedPaths(definition, state, inputs),
        ...clearedPaths(definition, state, inputs),
        ...newlyGiven(definition, state, inputs),
    ];
    return (
        changes.every((path) => local.some((outer) => within(path, outer))) &&
        !changes.some((path) => reread.some((outer) => within(path, outer))) &&
        !asksForAction(definition, state, inputs) &&
        !lacksOutput(definition, state)
    );
}

function withoutLocal(definition: Definition, state: Values): Values {
    return kindOf(definition, state).paths("local").reduce(without, state);
}
