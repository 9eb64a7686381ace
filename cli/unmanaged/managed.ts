import { definitions } from "../../provider/classes";
import type { Definition } from "../../provider/lifecycle/definition";
import { pathOf } from "../../provider/lifecycle/object";
import { isObject, type Values } from "../../provider/lifecycle/values/paths";
import { visible } from "../../provider/lifecycle/values/state";
import { classOf, type StackResource } from "../pulumi";

/** A resource of a stack that manages an object. */
export interface Managed {
    /** Its name in Pulumi. */
    name: string;
    definition: Definition;
    id: string;
    /** What it has in state, with a stand-in for each secret. */
    state: Values;
    /** The object's path at PingOne. */
    path: string;
}

/** The mark by which Pulumi tells a secret in its state. */
const secretMark = "4dabf18193072939515e22adb298388d";

/** The resources of a stack that manage objects. */
export function managedBy(resources: readonly StackResource[]): Managed[] {
    return resources.flatMap((resource) => {
        const { urn, id, outputs, delete: leaves, external } = resource;
        const declared = definitions.find(({ type }) => type === classOf(resource));
        if (!declared || !id || !outputs || leaves || external) return [];
        const state = withoutSecrets(outputs) as Values;
        const definition = declared.of?.(visible(state), visible(state)) ?? declared;
        return [
            { name: urn.split("::").slice(3).join("::"), definition, id, state, path: pathOf(definition, state, id) },
        ];
    });
}

function withoutSecrets(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(withoutSecrets);
    if (!isObject(value)) return value;
    if (value[secretMark] !== undefined) return "a secret";
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutSecrets(inner)]));
}
