import type * as pulumi from "@pulumi/pulumi";
import type { Body } from "../../client/wire";
import { type Group, group } from "../../directory/group";
import type { GetGroupResult } from "../../lookups/group";
import { namesOf, references } from "../../schemas";
import { z } from "../../zod";

/** Who may use an application. */
export interface ApplicationAccessControl {
    /**
     * The role that users must have.
     * @default `ADMIN_USERS_ONLY` for an application of type `WORKER`, set by PingOne
     */
    role?: pulumi.Input<ApplicationAccessControlRole>;
    /** The groups that users must be in. */
    group?: pulumi.Input<ApplicationAccessControlGroup>;
}

/** The role that users of an application must have. */
export interface ApplicationAccessControlRole {
    /** `ADMIN_USERS_ONLY`: only administrators. */
    type: pulumi.Input<"ADMIN_USERS_ONLY">;
}

/** Whether a user must be in any one of several groups, or in all of them. */
export type ApplicationAccessControlGroupType = "ANY_GROUP" | "ALL_GROUPS";

/** The groups that users of an application must be in: with `groups`, or with `groupIds`. */
export type ApplicationAccessControlGroup = ApplicationAccessControlOfGroups | ApplicationAccessControlOfGroupIds;

/** Groups that the program has: reviews show their names. */
export interface ApplicationAccessControlOfGroups {
    /** Whether a user must be in any one of the groups, or in all of them. */
    type: pulumi.Input<ApplicationAccessControlGroupType>;
    /** The groups, at least one: resources of this package, or what `getGroup` or `getGroups` found. Their order means nothing. */
    groups: pulumi.Input<pulumi.Input<Group | GetGroupResult>[]>;
    /** Not beside `groups`. */
    groupIds?: undefined;
    /** Not beside `groups`, which have their names. */
    groupNames?: undefined;
}

/** Groups whose ids the program has. */
export interface ApplicationAccessControlOfGroupIds {
    /** Whether a user must be in any one of the groups, or in all of them. */
    type: pulumi.Input<ApplicationAccessControlGroupType>;
    /** The ids of the groups, where the program does not have the groups themselves. */
    groupIds: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * The names of the groups, in the order of `groupIds`, for people and policies to read; they are never sent. A group
     * that nobody named stands here with its id.
     */
    groupNames?: pulumi.Input<pulumi.Input<string>[]>;
    /** Not beside `groupIds`. */
    groups?: undefined;
}

/** The groups that users of an application must be in, as the output `accessControl` says it. */
export type ApplicationAccessControlGroupInState = Omit<ApplicationAccessControlOfGroupIds, "groups">;

/** Who may use an application, as the output `accessControl` says it: groups by their ids and names. */
export interface ApplicationAccessControlInState extends Omit<ApplicationAccessControl, "group"> {
    /** The groups that users must be in. */
    group?: pulumi.Input<ApplicationAccessControlGroupInState>;
}

/** The properties of an application as they are in the end, of what a program gives. */
export type InState<Args> = Args extends { accessControl?: pulumi.Input<ApplicationAccessControl> }
    ? Omit<Args, "accessControl"> & {
          /** Who may use the application. Left out, everyone in the environment. */
          accessControl?: pulumi.Input<ApplicationAccessControlInState>;
      }
    : never;

/** What is known of such properties when they are checked. */
export type InputsOf<Args> = pulumi.Unwrap<InState<Args>>;

/** @internal Who may use an application. */
export const accessControl = () =>
    z.strictObject({
        role: z
            .strictObject({ type: z.literal("ADMIN_USERS_ONLY") })
            .meta({ default: ({ type }: Body) => (type === "WORKER" ? { type: "ADMIN_USERS_ONLY" } : undefined) })
            .optional(),
        group: z
            .strictObject({
                type: z.enum(["ANY_GROUP", "ALL_GROUPS"]),
                groupIds: references("groups").min(1),
                groupNames: namesOf("groupIds", "groups", group),
            })
            .optional(),
    });
