import * as pulumi from "@pulumi/pulumi";
import { isOf, type Outputs, registration } from "../registration";
import { secretPaths } from "../secret-values";
import type { ApiBody, ApiObjectArgs, ApiObjectPlace } from "./args";
import { apiObject } from "./definition";

export type {
    ApiBody,
    ApiObjectArgs,
    ApiObjectPlace,
    CollectionObjectArgs,
    SettingsObjectArgs,
} from "./args";

export interface ApiObject extends Omit<Outputs<ApiObjectArgs>, "body"> {
    /** What the program manages of the object. */
    readonly body: pulumi.Output<ApiBody>;
    /**
     * What PingOne answered: all that there is, without links, `updatedAt`, and what is secret. Other resources take
     * from it what only PingOne knows: `policy.answer.apply((answer) => answer.schema.id)`.
     */
    readonly answer: pulumi.Output<ApiBody>;
    readonly environmentId: pulumi.Output<string>;
}

/**
 * Any object of PingOne's management API that this package has no class for: one of a collection, or one that exists
 * once, such as settings.
 *
 * https://developer.pingidentity.com/pingone-api/platform.html
 *
 * @example
 * const policy = new pingone.ApiObject("sign-on", {
 *     collection: "signOnPolicies",
 *     body: { name: "Password_Only", description: "Asks for the password" },
 * });
 * new pingone.ApiObject("sign-on-password", {
 *     collection: "signOnPolicies/{policyId}/actions",
 *     parents: { policyId: policy.id },
 *     body: { type: "LOGIN", priority: 1, recovery: { enabled: true } },
 *     replaces: ["type"],
 * });
 */
export class ApiObject extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "pulumi-nodejs:dynamic/pingone:ApiObject";

    /**
     * @param name the resource's name in Pulumi; PingOne gets no name but the one in `args.body`
     * @param args its properties
     * @param opts Pulumi's resource options
     */
    constructor(name: string, args: ApiObjectArgs, opts?: pulumi.CustomResourceOptions) {
        const [type, , props, options] = registration(ApiObject, apiObject, name, args, opts);
        super(type, name, { ...props, ...secretsOf(args) }, options);
    }

    /**
     * Reads an existing object without managing it.
     * @param name the resource's name in Pulumi
     * @param id the object's id in PingOne; that of an object at a path is the path
     * @param place where the object is found
     * @param opts Pulumi's resource options
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        place: ApiObjectPlace,
        opts?: pulumi.CustomResourceOptions,
    ): ApiObject {
        return new ApiObject(name, place as ApiObjectArgs, { ...opts, id });
    }

    /** Whether a value is an ApiObject, of this copy of the package or another. */
    static override isInstance(value: unknown): value is ApiObject {
        return isOf(ApiObject, value);
    }
}

/** What the program marks as secret is so wherever the object's values appear, its answer included. */
function secretsOf({ body, secrets = [] }: ApiObjectArgs): { secrets?: Promise<string[] | undefined> } {
    if (body === undefined) return {};
    const all = secretPaths(body).then((marked) => [...new Set([...secrets, ...marked])]);
    return { secrets: all.then((paths) => (paths.length > 0 ? paths : undefined)) };
}
