import { isObject } from "./json";
import { type Kind, segmentOf, singular } from "./kind";

/** A collection, or settings, that the emulator knows nothing of: it takes any properties, and answers with them. */
export function plainKind(collection: string, once = false): Kind {
    const segment = segmentOf({ collection });
    const parent = collection.includes("/") ? collection.slice(0, collection.lastIndexOf("/")) : undefined;
    return {
        name: singular(collection),
        collection,
        ...(parent && { parent }),
        once,
        properties: undefined,
        readOnly: ["revision", "createdBy"],
        // Real servers, too, add what nobody asked for.
        adds: (_, old) => ({
            revision: typeof old?.revision === "number" ? old.revision + 1 : 1,
            createdBy: { type: "APPLICATION" },
        }),
        hides: once ? ["id", "createdAt"] : [],
        links: (object) => {
            const above = parent && object[singular(parent)];
            const place = parent && isObject(above) ? `${segmentOf({ collection: parent })}/${above.id}/` : "";
            return { self: `${place}${segment}${once ? "" : `/${object.id}`}`, environment: "" };
        },
    };
}

/** Whether a path's last part, without an id behind it, is what exists once, as far as names tell. */
export const isOnce = (segment: string): boolean => /settings$|^(metadata|billOfMaterials|default\w*)$/i.test(segment);
