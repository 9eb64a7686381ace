import type { Definition } from "./definition";
import type { Deployment } from "./deployment";
import type { Problem } from "./problems";
import { parents, references } from "./values/body";
import { at, isUnknown, type Values } from "./values/paths";

/** What the inputs name of this stack that is not where the object is: PingOne would not find it. */
export function problemsWithPlace(definition: Definition, deployment: Deployment, inputs: Values): Problem[] {
    const mistaken = problemsWithParents(definition, deployment, inputs);
    return mistaken.length > 0 ? mistaken : problemsWithEnvironment(definition, deployment, inputs);
}

/** What the object is to be below, but is of another kind: ids of different things look alike. */
function problemsWithParents({ collection: path }: Definition, { ownership }: Deployment, inputs: Values): Problem[] {
    const collectionAt = (name: string) => {
        const id = at(inputs, name);
        return typeof id === "string" ? ownership.collectionOf(id) : undefined;
    };
    return [...path.matchAll(/(\w+)\/\{([\w.]+)\}/g)].flatMap(([, collection = "", parent = ""]) => {
        const found = collectionAt(parent);
        if (found === undefined || found === collection) return [];
        const right = Object.keys(inputs).find((name) => collectionAt(name) === collection);
        const text = `is the id of one of the ${found}, and must be of one of the ${collection}`;
        return [{ path: parent, text: right ? `${text}: are ${parent} and ${right} swapped?` : text }];
    });
}

/** What is in another environment than the object. */
function problemsWithEnvironment(definition: Definition, { ownership }: Deployment, inputs: Values): Problem[] {
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
