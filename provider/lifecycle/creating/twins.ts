import { PingOneError } from "../../errors";
import { kindOf } from "../definition";
import { fullKeyOf, keyOf, keyOfBody } from "../key";
import { forcedReplacement, importOption, renamed } from "../messages";
import { RemoteObject } from "../object";
import { toBody } from "../values/body";
import { differingPaths } from "../values/compare";
import { equalsInputs, readEach } from "./equal";
import { Listing } from "./listings";

/** More candidates than this are looked for in the list once more, to read only those that it does not contradict. */
const mostToRead = 5;

/**
 * Stops the create of an object when an equal one exists that is not this stack's. Where names are not unique nothing
 * else would: after a run that was killed, the object that it left behind would silently get a double.
 */
export async function refuseTwin(object: RemoteObject): Promise<void> {
    const { definition, deployment, values } = object;
    const { ownership, listings } = deployment;
    if (object.session.settings.allowTwins) return;
    const before = await object.operation.within(listings.before(object.collection, () => listing(object)));
    const strangers = () =>
        before.withKey(keyOf(definition, values)).filter((id) => ownership.isStranger(object.path(id)));
    if (strangers().length === 0) return;
    const twins = await equalOnes(object, strangers());
    // The resource that has the twin may be registered in a moment.
    for (const pause of deployment.lookAfter) {
        if (!(await object.wait(pause))) break;
        if (unowned().length === 0) return;
    }
    const [twin] = unowned();
    if (twin === undefined) return;
    throw new PingOneError("TWIN", `an equal object exists already, with the id ${twin}`, {
        advice: [
            "It may be left from a run that was interrupted, or a resource of this program may have it that depends on this one.",
            renamed,
            forcedReplacement,
            `If no resource of this stack has it, ${importOption(twin)} to take it over.`,
            "To create another one all the same: `pulumi config set pingone:allowTwins true`.",
        ].join("\n"),
    });

    /** The twins that nothing in this stack is known to have. */
    function unowned(): string[] {
        const { property } = kindOf(definition, values);
        const key = fullKeyOf(definition, values) ?? "";
        const equal = ownership.unnamed(key).filter((old) => differingPaths(values, old, property).length === 0);
        return twins.filter((id) => strangers().includes(id)).slice(equal.length);
    }
}

/** The ids of those that are as the inputs say. */
async function equalOnes(object: RemoteObject, ids: readonly string[]): Promise<string[]> {
    const bodies = await readEach(object, ids.length > mostToRead ? await plausible(object, ids) : ids);
    return bodies.filter((body) => equalsInputs(object, body)).map(({ id }) => String(id));
}

async function plausible(object: RemoteObject, ids: readonly string[]): Promise<string[]> {
    const items = (await object.list()).filter((item) => ids.includes(String(item.id)));
    const sent = toBody(object.definition, object.values);
    // What a list leaves out it does not contradict.
    return items.filter((item) => equalsInputs(object, { ...sent, ...item })).map(({ id }) => String(id));
}

/** All that the collection holds; however many creates wait for it, it has an operation's time for itself. */
export async function listing(object: RemoteObject): Promise<Listing> {
    const { definition, deployment, values } = object;
    const items = await new RemoteObject(definition, deployment, values).list();
    return new Listing(items, (item) => keyOfBody(object, item));
}
