import type * as pulumi from "@pulumi/pulumi";
import { type Kind, one } from "./kind";
import { type Either, type Inputs, type LookupArgs, lookUp, lookUpOutput } from "./lookup";

/** Which population to look up: by name, or by id. */
export type GetPopulationArgs = LookupArgs &
    Either<
        {
            /** The population's name. */
            name: string;
        },
        {
            /** The population's id. */
            populationId: string;
        }
    >;

/** A population in PingOne. */
export interface GetPopulationResult {
    /** The population's id. */
    id: string;
    /** The population's name. */
    name: string;
    /** What the population is for. */
    description?: string;
    /** Whether users who are created without a population come into this one. */
    default?: boolean;
    /** The language in which PingOne addresses its users, for example `en`. */
    preferredLanguage?: string;
    /** What users can sign on with besides their user name. */
    alternativeIdentifiers?: string[];
    /** The id of the password policy, where the population has one of its own. */
    passwordPolicyId?: string;
    /** The id of the theme that its users see. */
    themeId?: string;
    /** How many users it has. */
    userCount?: number;
}

const population: Kind<GetPopulationResult> = {
    what: "population",
    collection: "populations",
    shows: {
        id: true,
        name: true,
        description: true,
        default: true,
        preferredLanguage: true,
        alternativeIdentifiers: true,
        passwordPolicyId: true,
        themeId: true,
        userCount: true,
    },
};

const byNameOrId = one<GetPopulationArgs, GetPopulationResult>("getPopulation", "populationId", population);

/**
 * Looks up a population.
 * @param args the name or the id of the population, and its environment
 * @param opts Pulumi's options for functions; none of them changes anything here
 * @throws PingOneError `INPUT`, `NOT_FOUND`, `SEVERAL_FOUND`, and those of the connection
 */
export function getPopulation(args: GetPopulationArgs, opts?: pulumi.InvokeOptions): Promise<GetPopulationResult> {
    return lookUp(byNameOrId, args, opts);
}

/**
 * {@link getPopulation} for arguments that may be outputs.
 * @param args the name or the id of the population, and its environment
 * @param opts Pulumi's options for functions; `dependsOn` is waited for
 * @throws PingOneError as {@link getPopulation} does, where the output is used
 */
export function getPopulationOutput(
    args: Inputs<GetPopulationArgs>,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetPopulationResult> {
    return lookUpOutput(byNameOrId, args, opts);
}
