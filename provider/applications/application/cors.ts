import type * as pulumi from "@pulumi/pulumi";
import type { GivesWay, Rule } from "../../lifecycle/definition";
import { leadsToHost, set } from "../../schemas";
import { z } from "../../zod";

/** Whether browsers may call from no other origins, or from certain ones. */
export type ApplicationCorsBehavior = "ALLOW_NO_ORIGINS" | "ALLOW_SPECIFIC_ORIGINS";

/** From where browsers may call PingOne for an application. */
export interface ApplicationCorsSettings {
    /** Whether no other origins may, or those in `origins`. */
    behavior: pulumi.Input<ApplicationCorsBehavior>;
    /**
     * The origins: http or https URLs without a path; `*` stands for any text in a subdomain. Required with
     * `ALLOW_SPECIFIC_ORIGINS`, and only there. Their order means nothing.
     */
    origins?: pulumi.Input<pulumi.Input<string>[]>;
}

interface HasCors {
    corsSettings?: pulumi.Unwrap<ApplicationCorsSettings>;
}

/** @internal */
export const corsSettings = (most: number) =>
    z.strictObject({
        behavior: z.enum(["ALLOW_NO_ORIGINS", "ALLOW_SPECIFIC_ORIGINS"]),
        origins: set(
            z.string().refine((origin) => leadsToHost(origin) && !/[/?#]/.test(origin.replace("://", "")), {
                error: "must be an http or https URL without a path",
            }),
        )
            .max(most)
            .optional(),
    });

/** @internal */
export const corsRule: Rule<HasCors> = {
    at: "corsSettings.origins",
    with: ["corsSettings.behavior"],
    problem: ({ corsSettings }) => {
        if (!corsSettings) return undefined;
        const count = corsSettings.origins?.length ?? 0;
        if (corsSettings.behavior === "ALLOW_SPECIFIC_ORIGINS")
            return count === 0 && "must have an entry where behavior is ALLOW_SPECIFIC_ORIGINS";
        return count > 0 && "must be left out where behavior is ALLOW_NO_ORIGINS";
    },
};

/** @internal */
export const originsGiveWay: GivesWay<HasCors> = {
    path: "corsSettings.origins",
    when: ({ corsSettings }) => corsSettings?.behavior === "ALLOW_NO_ORIGINS",
};
