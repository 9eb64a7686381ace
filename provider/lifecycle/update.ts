import { PingOneError } from "../errors";
import { updatedBody } from "./body";
import type { Definition, Values } from "./definition";
import { clearedPaths } from "./diff";
import { ifThere, label, objectPath, turnOf } from "./objects";
import type { Run } from "./run";
import { toState, visible } from "./state";

/** Changes the object to what the inputs say; what they do not say stays as it is. */
export async function update(
    definition: Definition,
    run: Run,
    id: string,
    state: Values,
    news: Values,
): Promise<Values> {
    const operation = run.operation();
    const inputs = visible(news);
    const path = objectPath(definition, inputs, id);
    const write = async () => {
        const existing = await ifThere(run, operation, inputs, "GET", path);
        if (!existing) throw goneMeanwhile(definition, inputs, id);
        const body = updatedBody(definition, existing.body, inputs, clearedPaths(definition, state, news));
        const updated = await ifThere(run, operation, inputs, "PUT", path, body);
        if (!updated) throw goneMeanwhile(definition, inputs, id);
        return toState(definition, inputs, updated.body);
    };
    return run.turns.run(turnOf(definition, inputs), write);
}

function goneMeanwhile(definition: Definition, inputs: Values, id: string): PingOneError {
    return new PingOneError("NOT_FOUND", `${label(definition, inputs, id)} no longer exists`, {
        advice: "Someone deleted it: run `pulumi refresh`, then `pulumi up` creates it again.",
    });
}
