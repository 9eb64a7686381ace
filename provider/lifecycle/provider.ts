import type { dynamic } from "@pulumi/pulumi";
import { PingOneError } from "../errors";
import { check } from "./check";
import { create } from "./creating/create";
import type { Definition } from "./definition";
import { deleteObject } from "./delete";
import type { Deployment } from "./deployment";
import { diff } from "./diff";
import { label } from "./messages";
import { read } from "./read";
import { update } from "./update";
import { plain, type Values } from "./values/paths";
import { visible } from "./values/state";

type Provider = Required<Pick<dynamic.ResourceProvider, "check" | "diff" | "create" | "read" | "update" | "delete">>;

/** What an operation is about. */
interface Subject {
    values: Values;
    state?: Values;
    id?: string;
}

/** An operation, with what is known of its object. */
type Work<T> = (own: Definition) => T | Promise<T>;

/** The whole lifecycle of a class, as the engine calls it. All that leaves it passes here. */
export function toProvider(definition: Definition, deployment: Deployment): Provider {
    const run = async <T>(verb: string, { values, state, id }: Subject, work: Work<T>): Promise<T> => {
        const own = definition.of?.(visible(values), state && visible(state)) ?? definition;
        try {
            return plain(await work(own));
        } catch (error) {
            throw presentable(error, `${verb} ${label(own, visible(values), id)}`);
        }
    };
    return {
        check: (olds: Values, news: Values) =>
            run("check", { values: news }, (own) => check(own, deployment, olds, news)),
        diff: (id: string, olds: Values, news: Values) =>
            run("compare", { values: news, state: olds, id }, (own) => diff(own, deployment, id, olds, news)),
        create: (inputs: Values) =>
            run("create", { values: inputs }, async (own) => {
                try {
                    return await create(own, deployment, inputs);
                } catch (error) {
                    deployment.failures += 1;
                    throw error;
                }
            }),
        read: (id: string, props: Values = {}) =>
            run("read", { values: props, id }, (own) => read(own, deployment, id, props)),
        update: (id: string, olds: Values, news: Values) =>
            run("update", { values: news, state: olds, id }, async (own) => ({
                outs: await update(own, deployment, id, olds, news),
            })),
        delete: (id: string, props: Values) =>
            run("delete", { values: props, id }, (own) => deleteObject(own, deployment, id, props)),
    };
}

/**
 * The engine prints the stack of what check, diff, read and delete throw, takes an `id` on an error for a half-made
 * object, and hangs on a thrown undefined: it gets an error with a message and nothing else.
 */
function presentable(error: unknown, attempted: string): Error {
    const message =
        error instanceof PingOneError
            ? error.during(attempted).message
            : `could not ${attempted}: ${error instanceof Error ? error.message : "an unknown error"}\nThis is a fault in pulumi-pingone: please report it.`;
    const bare = new Error(message);
    // The host of dynamic providers prints both, and the engine prints the message.
    bare.toString = () => `could not ${attempted}`;
    bare.stack = "the reason is given with the resource";
    return bare;
}
