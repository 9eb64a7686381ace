import type * as pulumi from "@pulumi/pulumi";
import type { Body } from "./client/http";
import type { Class } from "./lifecycle/definition";
import { whole } from "./schemas";
import { z } from "./zod";

/** When a secret is rotated, and what becomes of the one before. */
export interface RotationArgs {
    /**
     * Any values: whenever one of them changes, PingOne makes a new secret, once. They are sent nowhere. The first ones
     * rotate nothing, nor does taking them away.
     */
    rotateWhen?: pulumi.Input<Record<string, pulumi.Input<string>>>;
    /**
     * For how many minutes a rotation leaves the secret before it usable, from 1 to 43200 (30 days). Left out, that one
     * is of no use at once. Changing it changes nothing until the next rotation.
     */
    previousSecretExpiresInMinutes?: pulumi.Input<number>;
}

/** The secrets of an application or a resource. They stay secret in state and in stack outputs. */
export interface Secrets {
    /** The secret. */
    readonly secret: pulumi.Output<string>;
    /** The secret before, while it can still be used. */
    readonly previousSecret: pulumi.Output<string | undefined>;
    /** Until when the secret before can be used. */
    readonly previousSecretExpiresAt: pulumi.Output<string | undefined>;
}

/** @internal The properties that rotate a secret. */
export const rotation = () => ({
    rotateWhen: z.record(z.string(), z.string()).meta({ local: true, whole: true }).optional(),
    previousSecretExpiresInMinutes: whole(1, 43200).meta({ local: true }).optional(),
});

/** PingOne wants a minute at least, counted from when the request arrives. */
const least = 70_000;

/** @internal What is true of the secret of whatever has one. */
export const secretWords = {
    single: true,
    stays: true,
    outputs: {
        secret: ({ secret }) => secret,
        previousSecret: ({ previous }) => (previous as Body | undefined)?.secret,
        previousSecretExpiresAt: ({ previous }) => (previous as Body | undefined)?.expiresAt,
    },
    secretOutputs: ["secret", "previousSecret"],
    action: {
        when: "rotateWhen",
        shows: "secret",
        body: ({ previousSecretExpiresInMinutes: minutes }, now) => {
            if (typeof minutes !== "number") return {};
            const expiresAt = new Date(now.getTime() + Math.max(minutes * 60_000, least));
            return { previous: { expiresAt: expiresAt.toISOString() } };
        },
    },
} satisfies Partial<Class>;
