import type { Body } from "../../provider/client/wire";
import { PingOneError } from "../../provider/errors";
import type { Lists } from "../environment/lists";
import type { Found } from "../environment/tenant";
import { grouped } from "../grouped";
import type { Reference } from "./references";

/** An object that a program refers to and does not manage: it is looked up by its name. */
export interface Outside {
    id: string;
    name: string;
    /** The collection that it is in, as its class says it. */
    collection: string;
    /** The lookup that finds it. */
    lookup: string;
    /** What it is one of, for a variable: `role`, `scope`. */
    noun: string;
    /** The name of the resource that it belongs to, where such objects are looked up together. */
    resource?: string;
    /** Arguments of the lookup besides the name. */
    more?: Record<string, string>;
}

/** How objects are found by their name, by the last name of their collection's path. */
const lookups: Record<string, { lookup: string; noun: string }> = {
    applications: { lookup: "getApplication", noun: "application" },
    resources: { lookup: "getResource", noun: "resource" },
    groups: { lookup: "getGroup", noun: "group" },
    populations: { lookup: "getPopulation", noun: "population" },
    roles: { lookup: "getRole", noun: "role" },
    signOnPolicies: { lookup: "getSignOnPolicy", noun: "signOnPolicy" },
    flowPolicies: { lookup: "getFlowPolicy", noun: "flowPolicy" },
    keys: { lookup: "getKey", noun: "key" },
    certificates: { lookup: "getCertificate", noun: "certificate" },
    gateways: { lookup: "getGateway", noun: "gateway" },
};

/** Objects that are looked up by the name of their resource and their own. */
const members: Record<string, { lookup: string; noun: string }> = {
    "resources/{resourceId}/scopes": { lookup: "getScopes", noun: "scope" },
    "resources/{resourceId}/attributes": { lookup: "getResourceAttributes", noun: "attribute" },
};

/** Objects that programs refer to and no lookup finds. */
const permission = { noun: "permission" };

/** Whether objects of a kind are managed by programs or looked up by their names. */
export function canBeFound(noun: string | undefined): boolean {
    return [...Object.values(lookups), ...Object.values(members), permission].some((one) => one.noun === noun);
}

/** Objects that were read and are not in the program, as they are looked up; those that no name tells apart are left out. */
export function outsideOf(found: readonly Found[], resources: readonly Found[]): Outside[] {
    const nameOfResource = new Map(resources.map(({ id, body }) => [id, String(body.name)]));
    const byTemplate = grouped(found, ({ template }) => template);
    return [...byTemplate].flatMap(([template, objects]) => {
        const member = members[template];
        if (member)
            return objects.flatMap(({ id, body, place }) => {
                const resource = nameOfResource.get(String(place.resourceId));
                return resource === undefined
                    ? []
                    : [{ id, name: String(body.name), resource, collection: template, ...member }];
            });
        const single = template.includes("{") ? undefined : lookups[template];
        if (!single) return [];
        return distinct(objects.map(({ body }) => body)).map((one) => ({ ...one, collection: template, ...single }));
    });
}

/** Looks for objects of kinds that have no class, by what refers to them. One list is read for each kind. */
export class Elsewhere {
    /** The lists that could not be read. */
    readonly unread: PingOneError[] = [];

    constructor(private readonly lists: Lists) {}

    /** Those of the objects that references name which a name tells apart. */
    async find(references: readonly Reference[]): Promise<Outside[]> {
        const wanted = grouped(references, ({ noun }) => noun ?? "");
        const found = Object.entries(lookups).map(async ([collection, { lookup, noun }]) => {
            const ids = new Set((wanted.get(noun) ?? []).map(({ id }) => id));
            if (ids.size === 0) return [];
            const isWanted = ({ id }: { id: string }) => ids.has(id);
            if (collection !== "roles")
                return distinct(await this.list(collection))
                    .filter(isWanted)
                    .map((one) => ({ ...one, collection, lookup, noun }));
            const own = distinct(await this.list("/roles")).filter(isWanted);
            const custom = own.length === ids.size ? [] : distinct((await this.list(collection)).filter(isCustom));
            return [
                ...own.map((one) => ({ ...one, collection, lookup, noun })),
                ...custom
                    .filter(isWanted)
                    .map((one) => ({ ...one, collection, lookup, noun, more: { type: "CUSTOM" } })),
            ];
        });
        return (await Promise.all(found)).flat();
    }

    private async list(path: string): Promise<Body[]> {
        try {
            return await this.lists.all(path);
        } catch (error) {
            if (!(error instanceof PingOneError)) throw error;
            if (error.code !== "PERMISSION" && error.code !== "NOT_FOUND") throw error.during(`read ${path}`);
            this.unread.push(error.during(`read ${path}`));
            return [];
        }
    }
}

function isCustom({ type }: Body): boolean {
    return type === "CUSTOM";
}

/** The objects whose name no other one has, upper and lower case counting as the same. */
function distinct(objects: readonly Body[]): { id: string; name: string }[] {
    const named = objects.filter(({ name }) => typeof name === "string" && name.trim() !== "");
    const byName = grouped(named, ({ name }) => String(name).toLowerCase());
    return [...byName.values()]
        .filter((same) => same.length === 1)
        .flatMap(([one]) => (one ? [{ id: String(one.id), name: String(one.name) }] : []));
}
