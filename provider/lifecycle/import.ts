import { PingOneError } from "../errors";
import { fromBody } from "./body";
import type { Created } from "./create";
import { unanswered, type Values } from "./definition";
import { changedPaths } from "./diff";
import { label } from "./messages";
import { notThere } from "./read";
import { toState } from "./state";
import type { Task } from "./task";
import { at, within } from "./values";

/**
 * Takes an existing object over, when it is as the program says; nothing is written.
 * @param secrets the properties whose values no message may show
 */
export async function adopt(task: Task, id: string, secrets: readonly string[]): Promise<Created> {
    const { definition, run, values } = task;
    const attempted = `import ${label(definition, values, id)}`;
    if (run.imported.has(id))
        throw new PingOneError("INPUT", "another resource of the program has it", {
            advice: "Import each object once.",
        }).during(attempted);
    const body = await task.get(id);
    if (!body) throw notThere(definition, values, id);
    const actual = fromBody(definition, body, values);
    const cannotTell = unanswered(definition).filter((path) => at(actual, path) === undefined);
    const differing = changedPaths(definition, actual, values).filter((path) => !cannotTell.includes(path));
    if (differing.length > 0) {
        const differences = differing.map((path) => difference(path, values, actual, secrets));
        throw new PingOneError(
            "IMPORT_DIFFERS",
            ["the object is not as the program says:", ...differences].join("\n"),
            { advice: "Make the program say what exists; after the import, change it as you like." },
        ).during(attempted);
    }
    run.owned.add(id);
    run.imported.add(id);
    return { id, outs: toState(definition, values, body, id) };
}

function difference(path: string, wanted: Values, actual: Values, secrets: readonly string[]): string {
    if (secrets.some((secret) => within(path, secret))) return `  ${path}: differs (its value is secret)`;
    return `  ${path}: expected ${JSON.stringify(at(wanted, path))}, found ${JSON.stringify(at(actual, path) ?? null)}`;
}
