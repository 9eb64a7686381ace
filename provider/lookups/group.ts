import type * as pulumi from "@pulumi/pulumi";
import { text } from "./arguments";
import { all, type Kind, one } from "./kind";
import { type Either, type Inputs, type LookupArgs, lookUp, lookUpOutput } from "./lookup";

/** Which group to look up: by name, or by id. */
export type GetGroupArgs = LookupArgs &
    Either<
        {
            /** The group's name. */
            name: string;
        },
        {
            /** The group's id. */
            groupId: string;
        }
    >;

/** A group in PingOne. */
export interface GetGroupResult {
    /** The group's id. */
    id: string;
    /** The group's name. */
    name: string;
    /** What the group is for. */
    description?: string;
    /** Its id in another directory. */
    externalId?: string;
    /** The name that a group from another directory is shown with. */
    displayName?: string;
    /** The SCIM filter that says who belongs to it. */
    userFilter?: string;
    /** What else is kept with it. */
    customData?: Record<string, unknown>;
    /** The id of the population that it belongs to, unless it is the environment's. */
    populationId?: string;
}

/** Which groups to look up. */
export interface GetGroupsArgs extends LookupArgs {
    /**
     * A SCIM filter that PingOne applies, over `name`, `externalId` or `displayName` (`eq`, `sw`), `id`, `population.id` or
     * `sourceId` (`eq`), for example `population.id eq "..."`.
     * @default all groups
     */
    filter?: string;
}

/** The groups that there are. */
export interface GetGroupsResult {
    /** Their ids. */
    ids: string[];
    /** The groups themselves, as `groups` of an application's `accessControl.group` takes them. */
    groups: GetGroupResult[];
}

const group: Kind<GetGroupResult> = {
    what: "group",
    collection: "groups",
    foundByName: true,
    shows: {
        id: true,
        name: true,
        description: true,
        externalId: true,
        displayName: true,
        userFilter: true,
        customData: true,
        populationId: true,
    },
};

const byNameOrId = one<GetGroupArgs, GetGroupResult>("getGroup", "groupId", group);
const ofAll = all<GetGroupsArgs, GetGroupsResult>("getGroups", group, { filter: text });

/**
 * Looks up a group.
 * @param args the name or the id of the group, and its environment
 * @param opts Pulumi's options for functions; none of them changes anything here
 * @throws PingOneError `INPUT`, `NOT_FOUND`, `SEVERAL_FOUND`, and those of the connection
 */
export function getGroup(args: GetGroupArgs, opts?: pulumi.InvokeOptions): Promise<GetGroupResult> {
    return lookUp(byNameOrId, args, opts);
}

/**
 * {@link getGroup} for arguments that may be outputs.
 * @param args the name or the id of the group, and its environment
 * @param opts Pulumi's options for functions; `dependsOn` is waited for
 * @throws PingOneError as {@link getGroup} does, where the output is used
 */
export function getGroupOutput(
    args: Inputs<GetGroupArgs>,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetGroupResult> {
    return lookUpOutput(byNameOrId, args, opts);
}

/**
 * Looks up groups.
 * @param args which to look up, and where
 * @param opts Pulumi's options for functions; none of them changes anything here
 * @throws PingOneError `INPUT`, `REFUSED`, and those of the connection
 */
export function getGroups(args: GetGroupsArgs = {}, opts?: pulumi.InvokeOptions): Promise<GetGroupsResult> {
    return lookUp(ofAll, args, opts);
}

/**
 * {@link getGroups} for arguments that may be outputs.
 * @param args which to look up, and where
 * @param opts Pulumi's options for functions; `dependsOn` is waited for
 * @throws PingOneError as {@link getGroups} does, where the output is used
 */
export function getGroupsOutput(
    args: Inputs<GetGroupsArgs> = {},
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetGroupsResult> {
    return lookUpOutput(ofAll, args, opts);
}
