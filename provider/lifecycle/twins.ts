import type { Body } from "../client/http";
import { readAll } from "../client/list";
import type { Operation } from "../client/operation";
import { PingOneError } from "../errors";
import type { Definition, Values } from "./definition";
import { equalsInputs, hasSameKey } from "./lost";
import { collectionPath, ifThere, importLine, objectPath } from "./objects";
import type { Run } from "./run";

/**
 * Stops the create of an object when an equal one exists that is not this stack's. Where names are not unique nothing
 * else would: after a run that was killed, the object that it left behind would silently get a double.
 */
export async function refuseTwin(
    definition: Definition,
    run: Run,
    operation: Operation,
    inputs: Values,
): Promise<void> {
    if (run.settings.allowTwins) return;
    const twins = await unowned(definition, run, operation, inputs);
    const seenOnlyByTheirInputs = run.ownedInputs.filter((old) => equalsInputs(definition, inputs, old)).length;
    const twin = twins[seenOnlyByTheirInputs];
    if (!twin) return;
    throw new PingOneError(
        "TWIN",
        `an equal object exists already, with the id ${twin.id}, and this stack does not manage it`,
        {
            advice: [
                'It may be left from a run that was interrupted, or the resource was renamed in the program: then give it `aliases: [{ name: "<old name>" }]`.',
                "If it is being replaced by force, give it `deleteBeforeReplace: true`.",
                `To take the object over, import it: ${importLine(definition, inputs, String(twin.id))}`,
                "To create another one all the same: `pulumi config set pingone:allowTwins true`.",
            ].join("\n"),
        },
    );
}

async function unowned(definition: Definition, run: Run, operation: Operation, inputs: Values): Promise<Body[]> {
    const before = await existedBefore(definition, run, operation, inputs);
    const namesakes = [...before.values()].filter(
        (item) => !run.owned.has(String(item.id)) && hasSameKey(definition, inputs, item),
    );
    const answers = await Promise.all(
        namesakes.map((item) =>
            ifThere(run, operation, inputs, "GET", objectPath(definition, inputs, String(item.id))),
        ),
    );
    return answers.flatMap((answer) => (answer && equalsInputs(definition, inputs, answer.body) ? [answer.body] : []));
}

/** What the collection held before this run created anything in it: one listing for all creates. */
async function existedBefore(
    definition: Definition,
    run: Run,
    operation: Operation,
    inputs: Values,
): Promise<Map<string, Body>> {
    const collection = collectionPath(definition, inputs);
    let listing = run.before.get(collection);
    if (!listing) {
        listing = run
            .http()
            .then((http) => readAll(http, operation, collection))
            .then((items) => new Map(items.map((item) => [String(item.id), item])));
        run.before.set(collection, listing);
        listing.catch(() => run.before.delete(collection));
    }
    return listing;
}
