import { performance } from "node:perf_hooks";
import type { Body } from "../../client/http";
import { PingOneError } from "../../errors";
import { hasKeyOf } from "../key";
import { importOption, label } from "../messages";
import type { RemoteObject } from "../object";
import { equalsInputs, readEach } from "./equal";
import { isBuiltIn } from "./is-built-in";

/**
 * Looks for the object of a create whose answer was lost: one that equals the inputs, belongs to nothing else in this
 * deployment, and was not there before.
 * @param started when the create began, on the monotonic clock
 * @param lost what became of the answer
 * @throws PingOneError `AMBIGUOUS_CREATE` unless it is certain which one it is, or that sending again makes no double
 */
export async function findLost(object: RemoteObject, started: number, lost: PingOneError): Promise<Body | undefined> {
    const { correlationId } = lost;
    let candidates: Body[] = [];
    for (const pause of object.deployment.lookAfter) {
        if (!(await object.wait(pause)))
            throw undecided(object, `${lost.summary}, and no time is left to look for it`, { correlationId });
        candidates = await newOnes(object, started, lost);
        const equal = candidates.filter((body) => equalsInputs(object, body));
        if (equal.length === 1) return equal[0];
        if (equal.length > 1)
            throw undecided(object, `${lost.summary}, and several equal ones appeared`, {
                ids: ids(equal),
                correlationId,
            });
    }
    // PingOne may have made something else of the inputs.
    if (candidates.length > 0)
        throw undecided(object, `${lost.summary}, and what appeared is not as the program says`, {
            ids: ids(candidates),
            correlationId,
        });
    return undefined;
}

/** The objects with the key of the inputs that appeared since the create began and that nothing in this deployment has. */
async function newOnes(object: RemoteObject, started: number, lost: PingOneError): Promise<Body[]> {
    const { definition, deployment } = object;
    const { ownership, listings } = deployment;
    const unread: string[] = [];
    try {
        const before = await listings.of(object.collection);
        // What is built in is no create's.
        const items = (await object.list()).filter((item) => hasKeyOf(object, item) && !isBuiltIn(definition, item));
        const found = ids(items).filter((id) => ownership.isStranger(object.path(id)) && !before?.has(id));
        unread.push(...found);
        const bodies = await readEach(object, found);
        if (before) return bodies;
        const sentAt = (await object.session.http()).serverNow - (performance.now() - started);
        return bodies.filter(({ createdAt }) => !(Date.parse(String(createdAt)) < sentAt)).map(requireDate);
    } catch (error) {
        if (!(error instanceof PingOneError)) throw error;
        throw undecided(object, `${lost.summary}, and looking for it failed: ${error.summary}`, {
            ids: unread,
            correlationId: error.correlationId ?? lost.correlationId,
        });
    }
}

/** An object that does not say when it was created may have been there before. */
function requireDate(body: Body): Body {
    if (typeof body.createdAt === "string") return body;
    throw new PingOneError("UNEXPECTED_ANSWER", "what exists does not say since when");
}

function ids(bodies: Body[]): string[] {
    return bodies.map(({ id }) => String(id));
}

/** Nobody can tell: the one honest end of a create whose answer was lost. */
export function undecided(
    { definition, values }: RemoteObject,
    why: string,
    { ids = [], correlationId }: { ids?: string[]; correlationId?: string } = {},
): PingOneError {
    return new PingOneError(
        "AMBIGUOUS_CREATE",
        `PingOne may or may not have created ${label(definition, values)}: ${why}`,
        {
            advice: [
                `Look whether it exists in PingOne${ids.length > 0 ? ` (${ids.join(", ")})` : ""}.`,
                `If it does, delete it or ${importOption(ids[0] ?? "<id>")}.`,
                "If it does not, run `pulumi up` again.",
            ].join("\n"),
            correlationId,
        },
    );
}
