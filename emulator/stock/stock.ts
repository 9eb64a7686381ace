import { type Kind, READ_ONLY } from "../notation/kind";

/** A kind of object that requests can only read: others refer to it, and lookups find it. */
export const stock = (
    kind: Pick<Kind, "name" | "collection"> & Partial<Kind>,
    links: Kind["links"] = () => ({}),
): Kind => ({
    can: READ_ONLY,
    properties: undefined,
    links: (object) => ({ self: `${kind.collection}/${object.id}`, environment: "", ...links(object) }),
    ...kind,
});
