import { readAll } from "../client/list";
import { path } from "../client/path";
import type { Session } from "../client/session";
import { PingOneError } from "../errors";
import type { Definition } from "./definition";
import type { Deployment } from "./deployment";
import type { Values } from "./values/paths";

/** The values with the parents that no program gives: each is the one object of its collection that it is told by. */
export async function withParents(definition: Definition, deployment: Deployment, values: Values): Promise<Values> {
    const missing = Object.entries(definition.parents ?? {}).filter(([name]) => values[name] === undefined);
    const found = missing.map(async ([name, parent]) => {
        const collection = `${path`/environments/${values.environmentId}`}/${parent.collection}`;
        const known = `${collection} ${JSON.stringify(parent.having)}`;
        return [
            name,
            await deployment.remembered(known, () => idOfThe(deployment.session(values), collection, parent.having)),
        ];
    });
    return { ...values, ...Object.fromEntries(await Promise.all(found)) };
}

async function idOfThe(session: Session, collection: string, having: Values): Promise<string> {
    const items = await readAll(await session.http(), session.operation(), collection);
    const found = items.find((item) => Object.entries(having).every(([name, value]) => item[name] === value));
    if (found) return String(found.id);
    throw new PingOneError("NOT_FOUND", `${collection} has no object with ${JSON.stringify(having)}`);
}
