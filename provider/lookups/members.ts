import { path } from "../client/path";
import type { Body } from "../client/wire";
import { names as aListOfNames, id, type Signature, text } from "./arguments";
import { findOne, type Kind } from "./kind";
import { type Either, inEnvironment, type LookupArgs } from "./lookup";
import { named, oneOfEach } from "./names";
import type { Reader } from "./reader";
import { show } from "./shown";

/** What belongs to which resource to look up, by names. */
export type ResourceMembersArgs = LookupArgs &
    Either<
        {
            /** The name of the resource, for example `openid` or `PingOne API`. */
            resource: string;
        },
        {
            /** The id of the resource. */
            resourceId: string;
        }
    > & {
        /** Their names, for example `["openid", "profile", "email"]`. */
        names: string[];
    };

/** @internal What was found. */
export interface Members<Member> {
    readonly resourceId: string;
    /** In the order of the names. */
    readonly ids: string[];
    readonly members: Member[];
}

/** @internal The arguments of a lookup of members. */
export const ofResource: Signature<keyof LookupArgs | "resource" | "resourceId" | "names"> = {
    takes: { resource: text, resourceId: id, names: aListOfNames, ...inEnvironment },
    needs: [["resource", "resourceId"], ["names"]],
};

const resource: Kind<{ id: string; name?: string }> = {
    what: "resource",
    collection: "resources",
    shows: { id: true, name: true },
};

/** @internal Finds what belongs to a resource. */
export async function findMembers<Member>(
    there: Reader,
    args: ResourceMembersArgs,
    { what, collection, shows }: Kind<Member>,
): Promise<Members<Member>> {
    const { names } = args;
    const owner =
        args.resourceId === undefined
            ? await findOne(there, resource, { name: args.resource })
            : { id: args.resourceId };
    const areThere = (objects: Body[]) => names.every((name) => named(objects, name).length === 1);
    const listed = `resources${path`/${owner.id}/`}${collection}`;
    const objects = await there.list(listed, areThere, { what: "resource", id: owner.id });
    // Only a message needs the name.
    const { name } = areThere(objects) ? owner : await findOne(there, resource, owner);
    const found = oneOfEach(objects, names, what, `the resource "${name}"`);
    return {
        resourceId: owner.id,
        ids: found.map(({ id }) => String(id)),
        members: found.map((object) => show(object, shows)),
    };
}
