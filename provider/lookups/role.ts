import type * as pulumi from "@pulumi/pulumi";
import { PingOneError } from "../errors";
import { id, oneOf, text } from "./arguments";
import { findAll, findOne, type Kind } from "./kind";
import {
    type ConnectionArgs,
    type Either,
    type Inputs,
    inEnvironment,
    type Lookup,
    type LookupArgs,
    lookUp,
    lookUpOutput,
} from "./lookup";

/** Whether PingOne's own roles are meant, which belong to no environment, or an environment's custom roles. */
export type RoleKind =
    | (ConnectionArgs & {
          /**
           * `PLATFORM` for PingOne's own roles.
           * @default "PLATFORM"
           */
          type?: "PLATFORM";
          /** PingOne's own roles belong to no environment. */
          environmentId?: undefined;
      })
    | (LookupArgs & {
          /** `CUSTOM` for roles that were created. */
          type: "CUSTOM";
      });

/** Which role to look up: by name, or by id. */
export type GetRoleArgs = RoleKind &
    Either<
        {
            /** The role's name, for example `Client Application Developer`. */
            name: string;
        },
        {
            /** The role's id. */
            roleId: string;
        }
    >;

/** A role of administrators in PingOne. */
export interface GetRoleResult {
    /** The role's id. */
    id: string;
    /** The role's name. */
    name: string;
    /** What the role is for. */
    description?: string;
    /** For what it can be assigned: `ORGANIZATION`, `ENVIRONMENT`, `POPULATION`, `APPLICATION`. */
    applicableTo?: string[];
    /** The ids of what it permits, for example `applications:read:application`. */
    permissionIds?: string[];
}

/** Which roles to look up. */
export type GetRolesArgs = RoleKind;

/** The roles that there are. */
export interface GetRolesResult {
    /** Their ids. */
    ids: string[];
    /** The roles themselves. */
    roles: GetRoleResult[];
}

const role: Kind<GetRoleResult> = {
    what: "role",
    collection: "/roles",
    shows: { id: true, name: true, description: true, applicableTo: true, permissionIds: true },
};

const customRole: Kind<GetRoleResult> = {
    ...role,
    what: "custom role",
    collection: "roles",
    filter: 'type eq "CUSTOM"',
};

const takes = { type: oneOf("PLATFORM", "CUSTOM"), ...inEnvironment };

const byNameOrId: Lookup<GetRoleArgs, GetRoleResult> = {
    name: "getRole",
    takes: { name: text, roleId: id, ...takes },
    needs: [["name", "roleId"]],
    find: (there, args) => findOne(there, kindOf(args), { id: args.roleId, name: args.name }),
};

const ofAll: Lookup<GetRolesArgs, GetRolesResult> = {
    name: "getRoles",
    takes,
    needs: [],
    find: (there, args) => findAll(there, kindOf(args)),
};

function kindOf(args: RoleKind): Kind<GetRoleResult> {
    if (args.type === "CUSTOM") return customRole;
    if ("environmentId" in args && args.environmentId !== undefined)
        throw new PingOneError("INPUT", 'environmentId goes with the type "CUSTOM" only');
    return role;
}

/**
 * Looks up a role of administrators: one of PingOne's own, or with the type `CUSTOM` one that was created.
 * @param args the name or the id of the role
 * @param opts Pulumi's options for functions; none of them changes anything here
 * @throws PingOneError `INPUT`, `NOT_FOUND`, `SEVERAL_FOUND`, and those of the connection
 */
export function getRole(args: GetRoleArgs, opts?: pulumi.InvokeOptions): Promise<GetRoleResult> {
    return lookUp(byNameOrId, args, opts);
}

/**
 * {@link getRole} for arguments that may be outputs.
 * @param args the name or the id of the role
 * @param opts Pulumi's options for functions; `dependsOn` is waited for
 * @throws PingOneError as {@link getRole} does, where the output is used
 */
export function getRoleOutput(
    args: Inputs<GetRoleArgs>,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetRoleResult> {
    return lookUpOutput(byNameOrId, args, opts);
}

/**
 * Looks up all of PingOne's own roles of administrators, or with the type `CUSTOM` all that were created.
 * @param args which roles
 * @param opts Pulumi's options for functions; none of them changes anything here
 * @throws PingOneError `INPUT`, and those of the connection
 */
export function getRoles(args: GetRolesArgs = {}, opts?: pulumi.InvokeOptions): Promise<GetRolesResult> {
    return lookUp(ofAll, args, opts);
}

/**
 * {@link getRoles} for arguments that may be outputs.
 * @param args which roles
 * @param opts Pulumi's options for functions; `dependsOn` is waited for
 * @throws PingOneError as {@link getRoles} does, where the output is used
 */
export function getRolesOutput(
    args: Inputs<GetRolesArgs> = {},
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetRolesResult> {
    return lookUpOutput(ofAll, args, opts);
}
