import type { JsonObject } from "../notation/json";
import { propertiesOf, singular } from "../notation/kind";
import type { Properties } from "../notation/properties";
import { readBody, withoutAnswers } from "../notation/reader";
import { invalidData, type Problem } from "../notation/refusal";
import type { Surroundings } from "../notation/surroundings";
import { visit } from "../notation/walk";
import type { StoredObject } from "../store/stored";
import type { Call } from "./call";

/** The object to be stored; every problem of the body is found before it is refused. */
export function check(call: Call, body: JsonObject, stored: StoredObject | undefined): JsonObject {
    const { store, kind, environmentId, parent } = call;
    const around: Surroundings = {
        ...store.lookup(environmentId),
        ...(stored && { old: stored.object }),
        builtIn: stored?.builtIn ?? false,
        ...(parent && { parent: parent.object }),
        siblings: () =>
            store
                .list(kind.collection, environmentId, parent?.object.id)
                .all.filter((other) => other !== stored)
                .map(({ object }) => object),
    };
    const answered = [...(kind.readOnly ?? []), ...(kind.parent ? [singular(kind.parent)] : [])];
    if (kind.properties === undefined) return withoutAnswers(body, answered);
    const properties = propertiesOf(kind, stored?.object ?? body);
    const { object, problems } = readBody(properties, answered, body, around);
    const own = [...problems, ...wrongReferences(properties, object, around)];
    const between = [
        ...taken(call, properties, object, stored),
        ...(kind.rules ?? []).map((rule) => rule(object, around)),
    ].filter((problem) => problem !== undefined);
    // A property that is wrong by itself is missing from the object: rules that miss it would only repeat that.
    const wrong = own.map(({ target }) => target?.replace(/\[.*/, ""));
    const known = ({ target = "" }: Problem) => wrong.some((path) => `${target}.`.startsWith(`${path}.`));
    const all = [...own, ...between.filter((problem) => !known(problem))];
    if (all.length > 0) throw invalidData(all);
    return object;
}

/** References to what is not there, or does not fit. Those that the object had already may be repeated. */
function wrongReferences(properties: Properties, object: JsonObject, around: Surroundings): Problem[] {
    const before = new Set<string>();
    visit(properties, around.old ?? {}, ({ refersTo }, value, path) => {
        if (refersTo) before.add(`${path} ${value}`);
    });
    const problems = new Map<string, Problem>();
    visit(properties, object, ({ refersTo }, value, path) => {
        if (!refersTo || before.has(`${path} ${value}`)) return;
        const { collection, fits, wanted } = refersTo;
        const found = around.find(collection, String(value));
        if (found && (fits?.(found, around) ?? true)) return;
        const message = found
            ? `The object with the ID '${value}' is not ${wanted}.`
            : `There is no object with the ID '${value}' in ${collection} of this environment.`;
        problems.set(path, { code: "INVALID_VALUE", target: path.replace(/\[.*/, ""), message });
    });
    return [...problems.values()];
}

function taken(call: Call, properties: Properties, object: JsonObject, stored: StoredObject | undefined): Problem[] {
    const { store, kind, environmentId, parent } = call;
    const place = { collection: kind.collection, environmentId, parentId: parent?.object.id };
    const problems: Problem[] = [];
    visit(properties, object, ({ unique }, value, path) => {
        if (unique === undefined) return;
        const clashes = (other: StoredObject) =>
            other !== stored && (typeof unique !== "function" || unique(object, other.object));
        const twin = [...store.withValue(place, path, value, unique)].find(clashes);
        if (twin === undefined) return;
        const article = /^[AEIOU]/.test(kind.name) ? "An" : "A";
        const summary = kind.whenTaken?.(twin.object);
        problems.push({
            code: "UNIQUENESS_VIOLATION",
            target: path,
            message: `${article} ${kind.name.toLowerCase()} with the specified ${path} already exists.`,
            innerError: { existingId: twin.object.id },
            ...(summary !== undefined && { summary }),
        });
    });
    return problems;
}
