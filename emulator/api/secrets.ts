import { isObject, type JsonObject } from "../notation/json";
import { singular } from "../notation/kind";
import { invalidData, notFound, Refusal } from "../notation/refusal";
import { newSecret } from "../store/store";
import type { Secret, StoredObject } from "../store/stored";
import { addressOf, type Call, collectionPath, find, type Operation } from "./call";

/** Answers with the secret of an object, and with the one before it while that is valid. */
export const readSecret: Operation = (call) => ({ status: 200, content: secretAnswer(call, holder(call)) });

/** Makes a new secret; the old one stays valid until the time that the body gives, if it gives one. */
export const rotateSecret: Operation = (call) => {
    const stored = holder(call);
    const expiresAt = previousExpiry(call.body({}), call.store.clock.now());
    const previous = expiresAt === undefined ? undefined : { secret: secretOf(call, stored).secret, expiresAt };
    call.store.setSecret(stored, { secret: newSecret(), ...(previous && { previous }) });
    return { status: 200, content: secretAnswer(call, stored) };
};

/** Makes the secret before the present one invalid at once. */
export const dropPreviousSecret: Operation = (call) => {
    const stored = holder(call);
    call.store.setSecret(stored, { secret: secretOf(call, stored).secret });
    return { status: 204 };
};

/** The object whose secret it is; one that does not exist is answered as a secret that does not exist. */
function holder(call: Call): StoredObject {
    const { notFoundMessage: _, ...kind } = call.kind;
    const stored = find({ ...call, kind });
    const access = kind.secret?.(stored.object, call.store.lookup(call.environmentId)) ?? "absent";
    if (access === "absent") throw notFound();
    if (access instanceof Refusal) throw access;
    return stored;
}

/** Secrets are made when they are first asked for, and then stay. */
function secretOf({ store }: Call, stored: StoredObject): Secret {
    if (stored.secret === undefined) store.setSecret(stored, { secret: newSecret() });
    const { secret = "", previous } = stored.secret ?? {};
    const valid = previous && Date.parse(previous.expiresAt) > store.clock.now();
    return { secret, ...(valid && { previous }) };
}

function secretAnswer(call: Call, stored: StoredObject): JsonObject {
    const object = `${collectionPath(call)}/${stored.object.id}`;
    const { secret, previous } = secretOf(call, stored);
    return {
        _links: {
            self: { href: addressOf(call, `${object}/secret`) },
            environment: { href: addressOf(call, "") },
            [singular(call.kind.collection)]: { href: addressOf(call, object) },
        },
        environment: { id: call.environmentId },
        secret,
        ...(previous && { previous: { ...previous } }),
    };
}

const MINUTE = 60_000;
const MONTH = 30 * 24 * 60 * MINUTE;

/** When the secret that is rotated out expires, if it is to be kept for a while. */
function previousExpiry({ previous, ...unknown }: JsonObject, now: number): string | undefined {
    const target = "previous.expiresAt";
    const names = Object.keys(unknown);
    if (names.length > 0) {
        throw invalidData(
            names.map((name) => ({ code: "INVALID_VALUE", target: name, message: `${name} is not a property` })),
        );
    }
    if (previous === undefined || previous === null) return undefined;
    const expiresAt = isObject(previous) && typeof previous.expiresAt === "string" ? previous.expiresAt : "";
    const inFuture = Date.parse(expiresAt) - now;
    if (Number.isNaN(inFuture))
        throw invalidData([{ code: "INVALID_VALUE", target, message: `${target} must be a date and time` }]);
    if (inFuture < MINUTE || inFuture > MONTH) {
        throw invalidData([
            { code: "OUT_OF_RANGE", target, message: `${target} must be 1 minute to 30 days in the future` },
        ]);
    }
    return expiresAt;
}
