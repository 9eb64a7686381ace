import type { Definition } from "./definition";
import type { Deployment } from "./deployment";
import type { Problem } from "./problems";
import { parents, references } from "./values/body";
import { at, isUnknown, type Values } from "./values/paths";

/** What the inputs name of this stack that is in another environment than the object: PingOne would not find it. */
export function problemsWithPlace(definition: Definition, { ownership }: Deployment, inputs: Values): Problem[] {
    const { environmentId } = inputs;
    if (isUnknown(environmentId)) return [];
    const named = [...parents(definition), ...references(definition, inputs)].filter(
        (path) => path !== "environmentId",
    );
    return named.flatMap((path) =>
        [at(inputs, path)].flat().flatMap((id) => {
            const other = typeof id === "string" ? ownership.environmentOf(id) : undefined;
            if (other === undefined || other === environmentId) return [];
            const text = `is in the environment ${other}, and this ${definition.type} in ${environmentId}: give both the same environmentId`;
            return [{ path, text }];
        }),
    );
}
