import { readAll } from "../client/list";
import { path } from "../client/path";
import type { Session } from "../client/session";
import { SharedBy } from "../client/shared";
import { PingOneError } from "../errors";
import type { Definition } from "./definition";
import type { Deployment } from "./deployment";
import type { Values } from "./values/paths";

/** The ids of parents that no program gives, of each connection. */
const found = new SharedBy<Session, string>();

/** The values with the parents that no program gives: each is the one object of its collection that it is told by. */
export async function withParents(
    definition: Pick<Definition, "parents">,
    deployment: Deployment,
    values: Values,
): Promise<Values> {
    const missing = Object.entries(definition.parents ?? {}).filter(([name]) => values[name] === undefined);
    const session = deployment.session(values);
    const ids = missing.map(async ([name, { collection, having }]) => {
        const place = `${path`/environments/${values.environmentId}`}/${collection}`;
        return [name, await idOfThe(session, place, having)];
    });
    return { ...values, ...Object.fromEntries(await Promise.all(ids)) };
}

function idOfThe(session: Session, collection: string, having: Values): Promise<string> {
    return found.of(session).get(session.operation(), `${collection} ${JSON.stringify(having)}`, async (operation) => {
        const items = await readAll(await session.http(), operation, collection);
        const parent = items.find((item) => Object.entries(having).every(([name, value]) => item[name] === value));
        if (parent) return String(parent.id);
        const told = Object.entries(having).map(([name, value]) => `${name} ${value}`);
        throw new PingOneError("NOT_FOUND", `GET ${collection} shows none with ${told.join(", ")}`, {
            advice: "Every environment has one: check that `environmentId` is right, and what the worker application's roles let it read.",
        });
    });
}
