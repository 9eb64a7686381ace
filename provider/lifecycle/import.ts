import type { Operation } from "../client/operation";
import { PingOneError } from "../errors";
import { fromBody } from "./body";
import type { Created } from "./create";
import type { Definition, Values } from "./definition";
import { changedPaths } from "./diff";
import { ifThere, label, objectPath } from "./objects";
import { notThere } from "./read";
import type { Run } from "./run";
import { toState } from "./state";
import { at, within } from "./values";

/** Takes an existing object over, when it is as the program says; nothing is written. */
export async function adopt(
    definition: Definition,
    run: Run,
    operation: Operation,
    inputs: Values,
    id: string,
    secrets: readonly string[],
): Promise<Created> {
    const answer = await ifThere(run, operation, inputs, "GET", objectPath(definition, inputs, id));
    if (!answer) throw notThere(definition, inputs, id);
    const actual = fromBody(definition, answer.body, inputs);
    const unseen = [...(definition.writeOnly ?? []), ...(definition.creationOnly ?? [])];
    const differing = changedPaths(definition, actual, inputs).filter((path) => !unseen.includes(path));
    if (differing.length > 0) {
        throw new PingOneError(
            "IMPORT_DIFFERS",
            [
                "the object is not as the program says:",
                ...differing.map((path) => difference(path, inputs, actual, secrets)),
            ].join("\n"),
            { advice: "Make the program say what exists; after the import, change it as you like." },
        ).during(`import ${label(definition, inputs, id)}`);
    }
    run.owned.add(id);
    run.imported.add(id);
    return { id, outs: toState(definition, inputs, answer.body) };
}

function difference(path: string, inputs: Values, actual: Values, secrets: readonly string[]): string {
    if (secrets.some((secret) => within(path, secret))) return `  ${path}: differs (its value is secret)`;
    return `  ${path}: expected ${JSON.stringify(at(inputs, path))}, found ${JSON.stringify(at(actual, path) ?? null)}`;
}
