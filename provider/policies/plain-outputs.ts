import type { PolicyResource } from "@pulumi/policy";

import deserialize = require("@pulumi/policy/deserialize");

import { specialSecretSig, specialSigKey } from "@pulumi/pulumi/runtime";

/** A text that is not secret, and where in a value it stands. */
export interface PlainText {
    path: string;
    text: string;
}

const plainTexts = Symbol("the texts that are not secret");

interface Internals {
    deserializeProperties(properties: { toJavaScript(): unknown }, proxySecrets: boolean): object;
    [plainTexts]?: true;
}

/**
 * Has Pulumi's policy package keep, beside the properties that policies get, which of their texts are not secret. The
 * engine tells it, but a policy sees secrets as if they were none.
 */
export function keepPlainTexts(): void {
    const internals = deserialize as unknown as Internals;
    if (internals[plainTexts] || typeof internals.deserializeProperties !== "function") return;
    const { deserializeProperties } = internals;
    internals.deserializeProperties = (properties, proxySecrets) => {
        const value = () => textsIn(properties.toJavaScript());
        // Neither writable nor configurable, else the proxy that guards unknown values would stand in front of it.
        return Object.defineProperty(deserializeProperties(properties, proxySecrets), plainTexts, { value });
    };
    internals[plainTexts] = true;
}

/** The texts of a resource that are not secret; undefined if that cannot be told. */
export function plainTextsOf({ props }: PolicyResource): PlainText[] | undefined {
    return (props as { [plainTexts]?: () => PlainText[] })[plainTexts]?.();
}

function textsIn(value: unknown, path = ""): PlainText[] {
    if (typeof value === "string") return [{ path, text: value }];
    if (typeof value !== "object" || value === null) return [];
    if ((value as Record<string, unknown>)[specialSigKey] === specialSecretSig) return [];
    return Object.entries(value).flatMap(([key, part]) => textsIn(part, path === "" ? key : `${path}.${key}`));
}
