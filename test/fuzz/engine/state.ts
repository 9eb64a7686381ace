import type { Values } from "../values.js";

/** A resource in the state of a stack. */
export interface StoredResource {
    urn: string;
    type: string;
    id: string;
    inputs: Values;
    outputs: Values;
    /** The resources that each property's value comes from, by URN. */
    dependencies: Record<string, string[]>;
    /** The paths of the properties that the program declares secret. */
    secrets: string[];
    protect?: boolean;
    retainOnDelete?: boolean;
    /**
     * `delete`: replaced, and to be deleted at the end; `recreate`: deleted, and to be created again if the program
     * still has it.
     */
    fate?: "delete" | "recreate";
}

/** The state of a stack between operations: text, as a backend keeps it, in which secrets are encrypted. */
export class StackState {
    text = "[]";

    load(): StoredResource[] {
        return JSON.parse(this.text, (_, value) => (isSealed(value) ? unsealed(value) : value));
    }

    save(resources: readonly StoredResource[]): void {
        this.text = JSON.stringify(
            resources.map((resource) => ({
                ...resource,
                inputs: resource.secrets.reduce(seal, resource.inputs),
                outputs: resource.secrets.reduce(seal, resource.outputs),
            })),
        );
    }

    /** Changes the state without the engine, as `pulumi state ...` does. */
    edit(change: (resource: StoredResource) => void): void {
        const resources = this.load();
        resources.forEach(change);
        this.save(resources);
    }
}

export function urnOf(type: string, name: string): string {
    return `urn:pulumi:dev::fuzz::pulumi-nodejs:dynamic/pingone:${type}::${name}`;
}

/** The resources that another one needs, by URN. */
export function dependenciesOf({ dependencies }: Pick<StoredResource, "dependencies">): string[] {
    return Object.values(dependencies).flat();
}

interface Sealed {
    ciphertext: string;
}

// Not encryption, but enough to tell a value that the engine was told to hide from one that leaked elsewhere.
function seal(values: Values, path: string): Values {
    const [name = "", ...rest] = path.split(".");
    const value = values[name];
    if (value === undefined || value === null) return values;
    if (rest.length > 0) return { ...values, [name]: seal(value as Values, rest.join(".")) };
    return { ...values, [name]: { ciphertext: Buffer.from(JSON.stringify(value)).toString("base64") } };
}

function isSealed(value: unknown): value is Sealed {
    return typeof value === "object" && value !== null && "ciphertext" in value;
}

function unsealed({ ciphertext }: Sealed): unknown {
    return JSON.parse(Buffer.from(ciphertext, "base64").toString());
}
