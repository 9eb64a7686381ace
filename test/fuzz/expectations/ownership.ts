import { classOf } from "../classes/index.js";
import { canonical } from "../values.js";
import { identityIn, identityOf } from "../world/ping-one.js";
import { type Happened, runsProgram } from "./happened.js";
import { Violation } from "./violation.js";

/** What a state holds is deleted only where the program removed or replaced it; what it does not hold, never. */
export function expectJustDeletions(happened: Happened): void {
    const { stack, requests, before, objects, pingOne } = happened;
    const asked = requests.filter(({ method }) => method === "DELETE").map(({ path }) => deleted(path, happened));
    for (const id of new Set(asked)) {
        if (pingOne.builtIn.has(id)) throw new Violation(`would have deleted ${id}, which is built in`);
        if (pingOne.get(id)) continue;
        if (objects.has(id) && !before.some((each) => identityOf(each) === id))
            throw new Violation(`deleted ${id}, which is not in the state`);
        const keeper = stack.state
            .load()
            .find((each) => identityOf(each) === id && !each.fate && stays(each.urn, happened));
        if (keeper) throw new Violation(`deleted ${id}, which ${keeper.urn} has and keeps`);
    }
}

/** What tells the object of a path from all others. */
function deleted(path: string, { before }: Happened): string {
    const [id = "", , parent] = path.split("/").reverse();
    const identity = identityIn(parent, id);
    return before.some((each) => identityOf(each) === identity) ? identity : id;
}

/** Whether the operation left the resource of that URN as it is, or has just made it. */
function stays(urn: string, { operation }: Happened): boolean {
    const last = operation.planned.filter((each) => each.urn === urn && !each.left).at(-1);
    return last === undefined || (last.op !== "delete" && (last.op !== "replace" || last.done));
}

/** After a success no two resources have one object, unless they had it before and the program has both. */
export function expectNoDoubles(happened: Happened): void {
    const { stack, operation, options, killed, before } = happened;
    const nobodyCanKnow = options.targets !== undefined || !runsProgram(happened);
    if (killed || operation.failures.length > 0 || nobodyCanKnow) return;
    const urns = new Map<string, string>();
    for (const resource of stack.state.load()) {
        const { urn } = resource;
        const id = identityOf(resource);
        const other = urns.get(id);
        const ofBefore = before.filter((each) => identityOf(each) === id);
        if (other && ofBefore.length < 2) throw new Violation(`${urn} and ${other} both have ${id}`);
        urns.set(id, urn);
    }
}

/** Only what no update can change replaces an object. */
export function expectFewReplacements({ stack, operation, options, before }: Happened): void {
    const after = stack.state.load();
    for (const { urn } of operation.planned.filter(({ op, done }) => op === "replace" && done)) {
        const item = stack.program.itemOf(urn);
        const old = item && stack.entryOf(item, before);
        const made = after.find((each) => each.urn === urn && !each.fate);
        if (!old || !made || old.fate || options.replace?.has(urn) || operation.deletesAlong(old.urn, urn)) continue;
        const { replaces } = classOf(item);
        if (!replaces.some((name) => canonical(old.outputs[name]) !== canonical(made.inputs[name])))
            throw new Violation(`${urn} was replaced, but nothing of ${replaces.join()} changed`);
    }
}

/** What is others', and what another stack has, stays as it is. */
export function expectOthersUntouched(happened: Happened, others: ReadonlySet<string>): void {
    const { objects, pingOne } = happened;
    for (const id of others) {
        const object = objects.get(id);
        if (!object) continue;
        const now = pingOne.get(id);
        // A scope goes with its resource, what an application has with it, and scopes go from grants.
        const { resource, application, applicationRole } = object as Record<string, { id: string } | undefined>;
        const parents = [resource, application, applicationRole].flatMap((parent) => parent?.id ?? []);
        if (!now && parents.some((parent) => !pingOne.get(parent))) continue;
        const own = ({ scopes, ...rest }: Record<string, unknown> = {}) =>
            object.application ? rest : { ...rest, scopes };
        if (canonical(own(now)) !== canonical(own(object)))
            throw new Violation(`${id}, which is not this stack's, was changed: ${canonical(object)}`);
    }
}
