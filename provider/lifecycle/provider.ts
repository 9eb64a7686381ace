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

/** The whole lifecycle of a class, as the engine calls it. All that leaves it passes here. */
export function toProvider(definition: Definition, deployment: Deployment): Provider {
    const guard = async <T>(what: () => string, work: () => T | Promise<T>): Promise<T> => {
        try {
            return plain(await work());
        } catch (error) {
            throw presentable(error, what());
        }
    };
    const named = (verb: string, values: Values, id?: string) => () => `${verb} ${label(definition, values, id)}`;
    return {
        check: (olds: Values, news: Values) =>
            guard(named("check", visible(news)), () => check(definition, deployment, olds, news)),
        diff: (id: string, olds: Values, news: Values) =>
            guard(named("compare", visible(news), id), () => diff(definition, deployment, id, olds, news)),
        create: (inputs: Values) =>
            guard(named("create", inputs), async () => {
                try {
                    return await create(definition, deployment, inputs);
                } catch (error) {
                    deployment.failures += 1;
                    throw error;
                }
            }),
        read: (id: string, props: Values = {}) =>
            guard(named("read", props, id), () => read(definition, deployment, id, props)),
        update: (id: string, olds: Values, news: Values) =>
            guard(named("update", news, id), async () => ({
                outs: await update(definition, deployment, id, olds, news),
            })),
        delete: (id: string, props: Values) =>
            guard(named("delete", props, id), () => deleteObject(definition, deployment, id, props)),
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
