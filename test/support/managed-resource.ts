import type { toProvider } from "../../provider/lifecycle/provider";
import type { Values } from "../../provider/lifecycle/values/paths";

type Provider = ReturnType<typeof toProvider>;

/** What diff answers. */
export interface Difference {
    changes: boolean;
    replaces: string[];
    deleteBeforeReplace: boolean;
}

/** What became of a resource. */
export type Outcome = "create" | "same" | "update" | "replace";

/** The engine hands the provider's own text along with all values. */
const providerText = { __provider: "exports.handler=..." };

/** The inputs are not valid. */
export class CheckFailed extends Error {
    constructor(readonly reasons: string[]) {
        super(reasons.join("\n"));
    }
}

/** One resource of a stack, driven as the engine drives it: what goes in and out are copies, as over its wire. */
export class ManagedResource {
    /** Undefined while it does not exist. */
    id: string | undefined;
    /** What the last check made of the program. */
    inputs: Values = {};
    /** The outputs in state. */
    outputs: Values = {};

    /** @param start starts the provider; once for each operation, as the engine does */
    constructor(private readonly start: () => Provider) {}

    /** The id of a resource that exists. */
    get existingId(): string {
        if (this.id === undefined) throw new Error("the resource does not exist");
        return this.id;
    }

    /** The inputs that check makes of the program; changes nothing. */
    check(program: Values, olds: Values = this.inputs): Promise<Values> {
        return check(this.start(), program, olds);
    }

    /** What a preview of the program says; changes nothing. */
    async preview(program: Values): Promise<Difference> {
        const provider = this.start();
        return this.compare(provider, await check(provider, program, this.inputs));
    }

    /** What diff says of inputs that check was not asked about, as the engine does with dependents; changes nothing. */
    diff(inputs: Values): Promise<Difference> {
        return this.compare(this.start(), inputs);
    }

    /** Makes the resource what the program says. */
    async up(program: Values): Promise<Outcome> {
        const provider = this.start();
        const inputs = await check(provider, program, this.inputs);
        if (this.id === undefined) {
            await this.create(inputs, provider);
            return "create";
        }
        const { changes, replaces, deleteBeforeReplace } = await this.compare(provider, inputs);
        if (!changes) {
            this.inputs = inputs;
            return "same";
        }
        if (replaces.length > 0) {
            await this.replace(provider, program, deleteBeforeReplace);
            return "replace";
        }
        await this.update(inputs);
        return "update";
    }

    /** Changes it, as the engine does after check and diff; the inputs are complete. */
    async update(inputs: Values): Promise<void> {
        const news = wire({ ...inputs, ...providerText });
        const { outs } = await this.start().update(this.existingId, wire(this.outputs), news);
        this.inputs = inputs;
        this.outputs = { ...wire(outs ?? {}), ...providerText };
    }

    /** Brings the state up to date; false when the resource is gone. */
    async refresh(): Promise<boolean> {
        const { id, props, inputs } = await this.start().read(this.existingId, wire(this.outputs));
        if (!id) {
            this.id = undefined;
            return false;
        }
        this.id = id;
        this.outputs = { ...wire(props ?? {}), ...providerText };
        if (inputs) this.inputs = wire(inputs as Values);
        return true;
    }

    /** What `.get` shows of an existing object; this resource does not become it. */
    async get(id: string, place: Values = {}): Promise<Values> {
        const { props } = await this.start().read(id, wire({ ...place, ...providerText }));
        return wire(props ?? {});
    }

    async destroy(): Promise<void> {
        await this.start().delete(this.existingId, wire(this.outputs));
        this.id = undefined;
    }

    private async compare(provider: Provider, inputs: Values): Promise<Difference> {
        const news = wire({ ...inputs, ...providerText });
        return wire(await provider.diff(this.existingId, wire(this.outputs), news)) as Difference;
    }

    /** Creates it, as the engine does after check; the inputs are complete. */
    async create(inputs: Values, provider: Provider = this.start()): Promise<void> {
        const { id, outs } = await provider.create(wire({ ...inputs, ...providerText }));
        this.id = id;
        this.inputs = inputs;
        this.outputs = { ...wire(outs ?? {}), ...providerText };
    }

    private async replace(provider: Provider, program: Values, deleteFirst: boolean): Promise<void> {
        const [oldId, oldOutputs] = [this.existingId, this.outputs];
        const remove = () => provider.delete(oldId, wire(oldOutputs));
        if (deleteFirst) await remove();
        // In a replacement the engine checks again, as if nothing had been there.
        await this.create(await check(provider, program, {}), provider);
        if (!deleteFirst) await remove();
    }
}

async function check(provider: Provider, program: Values, olds: Values): Promise<Values> {
    const { inputs, failures } = await provider.check(wire(olds), wire({ ...program, ...providerText }));
    if (failures?.length) throw new CheckFailed(failures.map(({ reason }) => reason));
    return wire(inputs ?? {});
}

function wire<T>(value: T): T {
    return JSON.parse(JSON.stringify(value));
}
