import type { ClassCase } from "../provider/class-case";
import { type Failure, type Kind, neverThere, type Row, type Verb } from "./matrix";

/** Nobody can tell whether an action was carried out, and it is not to happen twice. */
const notYet: Failure = { code: "UNAVAILABLE", says: ["has not changed so far", "Run `pulumi up` again"] };

/** How an operation ends when the row's fault hits its request; undefined where it succeeds. */
export function endOf(row: Row, request: Kind, verb: Verb, kind: ClassCase): Failure | undefined {
    const end = row.fails[request];
    // A create that needs nothing before it fetches the token itself: that refusal is one of the create, too.
    const isCreate = request === "token" && verb === "create" && kind.definition.parents === undefined;
    if (isCreate && isToBeRefused(kind) && !kind.definition.allBuiltIn && !kind.definition.single)
        return endOfRefused(end);
    if (request !== "post") return end;
    if (kind.definition.action) return isLost(row) ? notYet : end === neverThere ? undefined : end;
    if (kind.exists)
        return endOfRefused(end ?? (row.fault.times !== undefined && losesAnswer(row) ? neverThere : undefined));
    return end ?? (kind.undated && losesAnswer(row) ? neverThere : undefined);
}

/** Whether the request changes something at PingOne although the operation fails. */
export function isCarriedOut(row: Row, request: Kind, kind: ClassCase): boolean {
    const isWrite = request === "put" || request === "delete" || (request === "post" && !isToBeRefused(kind));
    return isWrite && carriesOut(row);
}

/** The create of what exists already is refused, so that nothing comes of it however often it is sent. */
function isToBeRefused({ exists, definition }: ClassCase): boolean {
    return exists === true && !definition.action;
}

function endOfRefused(end: Failure | undefined): Failure | undefined {
    // Whatever PingOne refuses it for, the object that exists is looked for.
    return end?.code === "REFUSED" ? undefined : end;
}

/** Whether the request never was, and nobody can tell. */
function isLost({ fault: { after, effect }, fails }: Row): boolean {
    const tells =
        "rateLimit" in effect || "revokeTokens" in effect || ("status" in effect && [401, 429].includes(effect.status));
    const isOpen = fails.post === undefined || fails.post === neverThere;
    return isOpen && !tells && !carriesOut({ fault: { after, effect } });
}

function losesAnswer(row: Row): boolean {
    return carriesOut(row) && !("revokeTokens" in row.fault.effect);
}

function carriesOut({ fault: { after, effect } }: Pick<Row, "fault">): boolean {
    return after === true || "drip" in effect || ("body" in effect && !("status" in effect));
}
