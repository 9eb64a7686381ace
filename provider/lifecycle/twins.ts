import type { Body } from "../client/http";
import { PingOneError } from "../errors";
import { changedPaths } from "./diff";
import { equalOnes } from "./lost";
import { importLine, otherReasons } from "./messages";
import type { Task } from "./task";

/**
 * Stops the create of an object when an equal one exists that is not this stack's. Where names are not unique nothing
 * else would: after a run that was killed, the object that it left behind would silently get a double.
 */
export async function refuseTwin(task: Task): Promise<void> {
    const { definition, run, values } = task;
    if (run.settings.allowTwins) return;
    const before = await existedBefore(task);
    const strangers = [...before.values()].filter((item) => !run.owned.has(String(item.id)));
    const twins = await equalOnes(task, strangers);
    const ofThisStack = run.ownedInputs.filter((old) => changedPaths(definition, old, values).length === 0).length;
    const twin = twins[ofThisStack];
    if (!twin) return;
    throw new PingOneError(
        "TWIN",
        `an equal object exists already, with the id ${twin.id}, and this stack does not manage it`,
        {
            advice: [
                "It may be left from a run that was interrupted.",
                otherReasons,
                `To take the object over, import it: ${importLine(definition, values, String(twin.id))}`,
                "To create another one all the same: `pulumi config set pingone:allowTwins true`.",
            ].join("\n"),
        },
    );
}

/** What the collection held before this run created anything in it: one listing for all creates. */
function existedBefore(task: Task): Promise<Map<string, Body>> {
    const { before } = task.run;
    const known = before.get(task.collection);
    if (known) return known;
    const listing = task.list().then((items) => new Map(items.map((item) => [String(item.id), item])));
    before.set(task.collection, listing);
    listing.catch(() => before.delete(task.collection));
    return listing;
}
