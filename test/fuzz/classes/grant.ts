import type { Item } from "../program/item.js";
import { type ItemClass, isFirst } from "./item-class.js";

/** One for each application and resource, with some of the resource's scopes. */
export const grant: ItemClass = {
    type: "Grant",
    weight: 3,
    isNamed: false,
    choices: {},
    defaults: {},
    refer(item, { items, numbers, one }) {
        const application = one("Application", 0);
        // The resource by one of its scopes, as one without any cannot be granted.
        const resourceId = one("ResourceScope", 1)?.refs.resourceId;
        if (!application || resourceId === undefined) return;
        const all = scopesOf(resourceId, items);
        const some = all.filter((_, index) => ((numbers[2] ?? 0) >> index) % 2 === 1);
        item.refs = { applicationId: application.slot, resourceId, scopeIds: some.length > 0 ? some : all };
    },
    isPossible(item, items) {
        const { applicationId, resourceId, scopeIds } = item.refs;
        const all = scopesOf(resourceId, items);
        const kept = all.filter((slot) => ((scopeIds ?? []) as number[]).includes(slot));
        item.refs.scopeIds = kept.length > 0 ? kept : all;
        const isOnlyOne = isFirst(item, items, ({ refs }) => [refs.applicationId, refs.resourceId]);
        return all.length > 0 && items.some(({ slot }) => slot === applicationId) && isOnlyOne;
    },
    within: "applicationId",
    called: ({ application, resource }) => (application && resource ? `Grant (resourceId ${resource.id})` : undefined),
    atPingOne: ({ applicationId, resourceId, scopeIds, ...others }) => ({
        ...others,
        application: { id: applicationId },
        resource: { id: resourceId },
        scopes: (scopeIds as string[]).map((id) => ({ id })),
    }),
    differing: {},
    unique: [],
    replaces: ["environmentId", "applicationId", "resourceId"],
    cleared: {},
    edits: {
        scopeIds(object, value, _, scopes) {
            const ofResource = scopes.filter(({ resource }) => resource?.id === object.resource?.id);
            object.scopes = ofResource.filter((_, index) => (value >> index) % 2 === 0).map(({ id }) => ({ id }));
        },
    },
};

function scopesOf(resource: unknown, items: readonly Item[]): number[] {
    return items.flatMap(({ type, slot, refs }) =>
        type === "ResourceScope" && refs.resourceId === resource ? [slot] : [],
    );
}
