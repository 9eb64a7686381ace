import type { RemoteObject } from "../object";
import { at } from "../values/paths";
import { explain } from "./explain";
import { passes, relatedTo } from "./refusals";

/** Writes an object, and again where other writes of this deployment explain why PingOne refuses it. */
export async function write<T>(object: RemoteObject, work: () => Promise<T>): Promise<T> {
    const { touched, writes, lookAfter } = object.deployment;
    const pauses = lookAfter.slice(1);
    const write = writes.begin(object.collection);
    try {
        for (;;) {
            try {
                write.beginAgain();
                const done = await inTurn(object, work);
                for (const id of relatedTo(object)) touched.add(id);
                return done;
            } catch (error) {
                const pause = pauses.shift();
                if (pause === undefined || !(await passes(object, write, error, pause)))
                    throw await explain(object, error);
            }
        }
    } finally {
        write.end();
    }
}

/** Writes of one key go one after the other, and where PingOne asks for it those of a whole collection. */
function inTurn<T>({ definition, deployment, values, collection }: RemoteObject, work: () => Promise<T>): Promise<T> {
    const sameKey = definition.oneWriteAtATime ? [] : definition.key.map((path) => at(values, path));
    return deployment.turns.run(JSON.stringify([collection, ...sameKey]), work);
}
