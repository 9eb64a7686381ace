import { PingOneError } from "../errors";
import { updatedBody } from "./body";
import type { Definition, Values } from "./definition";
import { clearedPaths } from "./diff";
import { label } from "./messages";
import type { Run } from "./run";
import { key, toState, visible } from "./state";
import { Task } from "./task";

/** Changes the object to what the inputs say; what they do not say stays as it is. */
export async function update(
    definition: Definition,
    run: Run,
    id: string,
    state: Values,
    news: Values,
): Promise<Values> {
    const task = new Task(definition, run, visible(news), id);
    return task.write(async () => {
        const existing = await task.get(id);
        const body = existing && updatedBody(definition, existing, task.values, clearedPaths(definition, state, news));
        const updated = body && (await task.put(id, body));
        if (updated) return toState(definition, task.values, updated, state[key.import]);
        throw new PingOneError("NOT_FOUND", `${label(definition, task.values, id)} no longer exists`, {
            advice: "Someone deleted it: run `pulumi refresh`, then `pulumi up` creates it again.",
        });
    });
}
