import type { dynamic } from "@pulumi/pulumi";
import type { Values } from "../values.js";
import type { StoredResource } from "./state.js";

/** What the engine calls of a class. */
export type Provider = Required<
    Pick<dynamic.ResourceProvider, "check" | "diff" | "create" | "read" | "update" | "delete">
>;

/** A process of the provider: what it has for each class. */
export type Host = (type: string) => Provider;

/** What diff answers, in full. */
export interface Difference {
    changes: boolean;
    replaces: string[];
    deleteBeforeReplace: boolean;
}

/** The inputs are not valid. */
export class CheckFailed extends Error {
    constructor(reasons: string[]) {
        super(reasons.join("\n"));
        this.name = "CheckFailed";
    }
}

/** The engine hands the provider's own text along with all values. */
const providerText = { __provider: "exports.handler=..." };

/** The calls of a process of the provider, as they come over its wire: what goes in and comes out are copies. */
export class Calls {
    constructor(private readonly host: Host) {}

    /** @throws CheckFailed */
    async check(type: string, olds: Values, news: Values): Promise<Values> {
        const { inputs, failures } = await this.host(type).check(wire(olds), wire({ ...news, ...providerText }));
        if (failures?.length) throw new CheckFailed(failures.map(({ reason }) => reason));
        return withProvider(inputs);
    }

    async diff({ type, id, outputs }: StoredResource, inputs: Values): Promise<Difference> {
        const { changes, replaces, deleteBeforeReplace } = wire(
            await this.host(type).diff(id, wire(outputs), wire(inputs)),
        );
        // An empty answer would make the engine compare by itself, which is not modelled.
        if (changes === undefined) throw new Error("diff does not answer");
        return { changes, replaces: replaces ?? [], deleteBeforeReplace: deleteBeforeReplace ?? false };
    }

    async create(type: string, inputs: Values): Promise<{ id: string; outputs: Values }> {
        const { id, outs } = await this.host(type).create(wire(inputs));
        return { id, outputs: withProvider(outs) };
    }

    async update({ type, id, outputs }: StoredResource, inputs: Values): Promise<Values> {
        const { outs } = await this.host(type).update(id, wire(outputs), wire(inputs));
        return withProvider(outs);
    }

    /** What exists now, or undefined where nothing does. */
    async read({ type, id, outputs }: StoredResource): Promise<{ outputs: Values; inputs?: Values } | undefined> {
        const found = await this.host(type).read(id, wire(outputs));
        if (!found.id) return undefined;
        return { outputs: withProvider(found.props), ...(found.inputs && { inputs: withProvider(found.inputs) }) };
    }

    async delete({ type, id, outputs }: StoredResource): Promise<void> {
        await this.host(type).delete(id, wire(outputs));
    }
}

function withProvider(values: Values = {}): Values {
    return { ...wire(values), ...providerText };
}

/** What goes to the provider and comes from it travels as JSON. */
function wire<T>(value: T): T {
    return JSON.parse(JSON.stringify(value));
}
