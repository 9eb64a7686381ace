import * as pulumi from "@pulumi/pulumi";
import { define } from "../lifecycle/definition";
import { rememberName } from "../named";
import { isOf, type Outputs, registration } from "../registration";
import { reference, text, where } from "../schemas";
import type { Where } from "../where";
import { z } from "../zod";

/** The properties of a {@link Group}. */
export interface GroupArgs extends Where {
    /**
     * The group's name. Groups of different populations may share one; others may not.
     * @default the resource's name in Pulumi
     */
    name?: pulumi.Input<string>;
    /** Who is in the group. */
    description?: pulumi.Input<string>;
    /** An id of your own, for example that of the same group in another system. */
    externalId?: pulumi.Input<string>;
    /** Anything else that you keep with the group: an object of JSON. It is compared as a whole. */
    customData?: pulumi.Input<Record<string, unknown>>;
    /** Which users are in the group without being put there: a SCIM filter, for example `title eq "Manager"`. */
    userFilter?: pulumi.Input<string>;
    /**
     * The population whose users can be in the group. Left out, users of every population can. Changing it replaces the
     * group.
     */
    populationId?: pulumi.Input<string>;
}

/** Where an existing {@link Group} is found. */
export type GroupPlace = Where;

type Inputs = Omit<pulumi.Unwrap<GroupArgs>, "customData"> & { customData?: Record<string, unknown> };

/** @internal */
export const group = define<Inputs>({
    type: "Group",
    collection: "groups",
    key: ["name", "populationId"],
    schema: () =>
        z.toZod<Inputs>()(
            z.strictObject({
                // A group of the environment and one of a population cannot share a name.
                name: text().meta({ exclusive: true }).optional(),
                description: z.string().optional(),
                externalId: text().optional(),
                customData: z.record(z.string(), z.unknown()).meta({ whole: true }).optional(),
                userFilter: text().optional(),
                populationId: reference("population").meta({ replaces: true }).optional(),
                ...where(),
            }),
        ),
    readOnly: ["displayName", "sourceId", "sourceType", "directMemberCounts", "totalMemberCounts"],
});

export interface Group extends Omit<Outputs<GroupArgs>, "customData"> {
    /** Anything else that you keep with the group: an object of JSON. */
    readonly customData: pulumi.Output<Record<string, unknown> | undefined>;
    readonly name: pulumi.Output<string>;
    readonly environmentId: pulumi.Output<string>;
}

/**
 * A group of users: what applications and roles can be limited to.
 *
 * https://developer.pingidentity.com/pingone-api/platform/groups.html
 *
 * @example
 * const managers = new pingone.Group("managers", { userFilter: 'title eq "Manager"' });
 */
export class Group extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "pulumi-nodejs:dynamic/pingone:Group";

    /**
     * @param name the resource's name in Pulumi, and the group's unless `args.name` is given
     * @param args its properties
     * @param opts Pulumi's resource options
     */
    constructor(name: string, args: GroupArgs = {}, opts?: pulumi.CustomResourceOptions) {
        super(...registration(Group, group, name, args, opts));
        rememberName(this, name, args, opts);
    }

    /**
     * Reads an existing group without managing it.
     * @param name the resource's name in Pulumi
     * @param id the group's id in PingOne
     * @param place where the group is found
     * @param opts Pulumi's resource options
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        place: GroupPlace = {},
        opts?: pulumi.CustomResourceOptions,
    ): Group {
        return new Group(name, place, { ...opts, id });
    }

    /** Whether a value is a Group, of this copy of the package or another. */
    static override isInstance(value: unknown): value is Group {
        return isOf(Group, value);
    }
}
