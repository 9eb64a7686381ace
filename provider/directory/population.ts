import * as pulumi from "@pulumi/pulumi";
import { define } from "../lifecycle/definition";
import { isOf, type Outputs, registration } from "../registration";
import { reference, set, text, where } from "../schemas";
import type { Where } from "../where";
import { z } from "../zod";

/** The properties of a {@link Population}. */
export interface PopulationArgs extends Where {
    /**
     * The population's name, unique within the environment.
     * @default the resource's name in Pulumi
     */
    name?: pulumi.Input<string>;
    /** Who is in the population. */
    description?: pulumi.Input<string>;
    /**
     * Whether new users come into the population where nobody says into which. One population of an environment is the
     * default: to make another one that, set it there. The default one cannot be deleted.
     * @default false, set by PingOne
     */
    default?: pulumi.Input<boolean>;
    /** Other names by which the population can be found. Their order means nothing. */
    alternativeIdentifiers?: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * The password policy of its users.
     * @default the environment's, set by PingOne
     */
    passwordPolicyId?: pulumi.Input<string>;
    /**
     * The language of its users, for example `en`.
     * @default the environment's, set by PingOne
     */
    preferredLanguage?: pulumi.Input<string>;
    /**
     * The theme of the pages that its users see.
     * @default the environment's, set by PingOne
     */
    themeId?: pulumi.Input<string>;
}

/** Where an existing {@link Population} is found. */
export type PopulationPlace = Where;

/** @internal */
export const population = define<pulumi.Unwrap<PopulationArgs>>({
    type: "Population",
    collection: "populations",
    key: ["name"],
    schema: () =>
        z.toZod<pulumi.Unwrap<PopulationArgs>>()(
            z.strictObject({
                name: text().meta({ exclusive: true }).optional(),
                description: z.string().optional(),
                default: z.boolean().meta({ default: false }).optional(),
                alternativeIdentifiers: set(text()).optional(),
                passwordPolicyId: reference("passwordPolicy").meta({ filledIn: true }).optional(),
                preferredLanguage: text().meta({ filledIn: true }).optional(),
                themeId: reference("theme").meta({ filledIn: true }).optional(),
                ...where(),
            }),
        ),
    inEveryEnvironment: (body) => body.default === true,
    undeletable: ({ default: isDefault, userCount }) =>
        isDefault === true
            ? "is the default population of the environment: make another one that"
            : Number(userCount) > 0 && `has ${userCount} users: move or delete them`,
    readOnly: ["userCount"],
});

export interface Population extends Outputs<PopulationArgs> {
    readonly name: pulumi.Output<string>;
    readonly environmentId: pulumi.Output<string>;
}

/**
 * A part of an environment's users, each of whom is in exactly one.
 *
 * https://developer.pingidentity.com/pingone-api/platform/populations.html
 *
 * @example
 * const customers = new pingone.Population("customers", { description: "Whoever orders" });
 */
export class Population extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "pulumi-nodejs:dynamic/pingone:Population";

    /**
     * @param name the resource's name in Pulumi, and the population's unless `args.name` is given
     * @param args its properties
     * @param opts Pulumi's resource options
     */
    constructor(name: string, args: PopulationArgs = {}, opts?: pulumi.CustomResourceOptions) {
        super(...registration(Population, population, name, args, opts));
    }

    /**
     * Reads an existing population without managing it.
     * @param name the resource's name in Pulumi
     * @param id the population's id in PingOne
     * @param place where the population is found
     * @param opts Pulumi's resource options
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        place: PopulationPlace = {},
        opts?: pulumi.CustomResourceOptions,
    ): Population {
        return new Population(name, place, { ...opts, id });
    }

    /** Whether a value is a Population, of this copy of the package or another. */
    static override isInstance(value: unknown): value is Population {
        return isOf(Population, value);
    }
}
