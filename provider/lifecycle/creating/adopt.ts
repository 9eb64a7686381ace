import type { Body } from "../../client/http";
import { PingOneError } from "../../errors";
import { kindOf } from "../definition";
import { label } from "../messages";
import type { RemoteObject } from "../object";
import { everything, notThere } from "../read";
import { fromBody } from "../values/body";
import { differingPaths, leaves } from "../values/compare";
import { unsaidPaths } from "../values/defaults";
import { at, type Values, within } from "../values/paths";
import { isUnanswered } from "../values/state";
import { isBuiltIn } from "./is-built-in";

/**
 * The existing object that the option `import` names, when it is as the program says; nothing is written.
 * @param secrets the paths whose values no message may show
 * @throws PingOneError `INPUT` where another resource has the object, `NOT_FOUND`, `IMPORT_DIFFERS`
 */
export async function adopt(object: RemoteObject, id: string, secrets: readonly string[]): Promise<Body> {
    const { definition, deployment, values } = object;
    const attempted = `import ${label(definition, values, id)}`;
    const owned = alreadyHad(object, id);
    if (owned) throw owned.during(attempted);
    const body = await object.get(id);
    if (!body) throw notThere(definition, values, id).during(attempted);
    const actual = fromBody(definition, body, values);
    const kind = kindOf(definition, values);
    const differing = differingPaths(values, actual, kind.property).filter(
        (path) => at(actual, path) !== undefined || !isUnanswered(kind, path),
    );
    const unsaid = isBuiltIn(definition, body)
        ? []
        : unsaidPaths(definition, everything(definition, body, values), body, leaves(values, kind.property));
    const also = unsaid.map((path) => `${path} ${JSON.stringify(at(actual, path))}`).join(", ");
    const { strict } = object.session.settings;
    if (differing.length > 0 || (strict && unsaid.length > 0)) {
        const hidden = [...secrets, ...kind.paths("writeOnly")];
        const differences = differing.map((path) => difference(path, values, actual, hidden));
        throw new PingOneError(
            "IMPORT_DIFFERS",
            [
                "the object is not as the program says:",
                ...differences,
                ...(also ? [`  also set in PingOne, not in the program: ${also}`] : []),
            ].join("\n"),
            { advice: "Make the program say what exists; after the import, change it as you like." },
        ).during(attempted);
    }
    if (also)
        deployment.warn(
            `${label(definition, values, id)}: also set in PingOne, not in the program: ${also}. It stays as it is, and nobody sees it change`,
        );
    // Another resource may have shown meanwhile that it has the object.
    const meanwhile = alreadyHad(object, id);
    if (meanwhile) throw meanwhile.during(attempted);
    deployment.ownership.takesOver(object.path(id));
    return body;
}

/** Another resource of the stack has the object: two that manage one would fight, and the end of one would end both. */
function alreadyHad(object: RemoteObject, id: string): PingOneError | undefined {
    return object.deployment.ownership.mayTakeOver(object.path(id)) ? undefined : hasItAlready(id, true);
}

/** What a resource is refused with that would take over an object which another one of the stack has. */
export function hasItAlready(id: string, isImported: boolean): PingOneError {
    return had(
        id,
        `If the other one was renamed, give this one \`aliases\`${isImported ? " instead of `import`" : ""}.`,
    );
}

/** What a resource is refused with that has an object which another one of the stack takes over. */
export function isTakenOver(id: string): PingOneError {
    return had(id, "If the other one has it by the option `import`, remove that one: the object stays.");
}

function had(id: string, advice: string): PingOneError {
    return new PingOneError("INPUT", `another resource of this stack has the object ${id} already`, {
        advice: `Have one resource for each object. ${advice}`,
    });
}

function difference(path: string, wanted: Values, actual: Values, secrets: readonly string[]): string {
    if (secrets.some((secret) => within(path, secret) || within(secret, path)))
        return `  ${path}: differs (its value is secret)`;
    return `  ${path}: expected ${JSON.stringify(at(wanted, path))}, found ${JSON.stringify(at(actual, path) ?? null)}`;
}
