import { classes, definitions } from "../../provider/classes";
import type { Body } from "../../provider/client/wire";
import { has } from "../environment/collections";
import type { Lists } from "../environment/lists";
import { readEnvironment } from "../environment/read";
import { isUntouched, type Known, type Tenant } from "../environment/tenant";
import { type Draft, hasOwnId, type Item, itemsOf, labelOf } from "./items";
import { canBeFound, Elsewhere, type Outside, outsideOf } from "./outside";
import { type Program, programOf } from "./program";
import { type Reference, referencesIn } from "./references";
import { saidOf } from "./said";
import type { Selection } from "./selection";
import { type LeftOut, Unasked, whyUnasked } from "./unasked";

/** An environment as a program. */
export interface Exported extends Program {
    items: Item[];
    tenant: Tenant;
    /** Objects that are left out unless they are asked for by their name. */
    leftOut: LeftOut[];
    /** Objects that no class is for. */
    strangers: Tenant["strangers"];
    /** Objects that no program of this package can say, and why. */
    unsayable: { found: Known; why: string }[];
    /** What the worker application may not read besides what the tenant names. */
    unread: Elsewhere["unread"];
    /** References to what does not exist or could not be found. */
    dangling: { item: Item; reference: Reference }[];
}

/** Reads an environment and writes the program that manages what is selected of it. */
export async function exportEnvironment(lists: Lists, selection: Selection): Promise<Exported> {
    const tenant = await readEnvironment(lists, selection.definitions);
    return exportTenant(lists, tenant, selection);
}

/**
 * Writes the program that manages what is selected of a tenant that was read.
 * @param isMeant of which objects it is selected
 */
export async function exportTenant(
    lists: Lists,
    tenant: Tenant,
    selection: Selection,
    isMeant: (found: Known) => boolean = () => true,
): Promise<Exported> {
    const { environmentId } = tenant;
    const { drafts, unsayable } = draftsOf(tenant);
    const all = [...tenant.objects, ...tenant.strangers];
    const readIds = new Set(all.map(({ id }) => id.toLowerCase()));
    const references = drafts.flatMap(({ values }) => referencesIn(values));
    const elsewhere = new Elsewhere(lists);
    const found = await elsewhere.find(references.filter(({ id }) => !readIds.has(id)));
    const named = itemsOf(
        drafts,
        labelsOf(tenant, drafts, found),
        definitions.map(({ type }) => type),
    );
    const unasked = new Unasked(named, selection, lists.worker, isMeant);
    const selected = named.filter((item) => isMeant(item.found) && selection.has(item));
    const items = selected.filter((item) => !unasked.has(item));
    const own = new Set(items.filter(({ found }) => hasOwnId(found)).map(({ found }) => found.id.toLowerCase()));
    const used = new Set(items.flatMap(({ values }) => referencesIn(values).map(({ id }) => id)));
    const others = outsideOf(
        all.filter(({ id }) => !own.has(id.toLowerCase())),
        all.filter(({ template }) => template === "resources"),
    );
    const outside = [...others, ...found].filter(({ id }) => used.has(id.toLowerCase()));
    const known = new Set([...own, ...outside.map(({ id }) => id.toLowerCase()), environmentId.toLowerCase()]);
    const dangling = items.flatMap((item) =>
        referencesIn(item.values)
            .filter(({ id, noun }) => canBeFound(noun) && !known.has(id))
            .map((reference) => ({ item, reference })),
    );
    const program = programOf(items, outside, environmentId);
    const strangers = tenant.strangers.filter(({ body }) => !isBuiltInParent(body));
    return {
        ...program,
        items,
        tenant,
        leftOut: unasked.told(selected),
        strangers,
        unsayable: unsayable.filter(({ found }) => isMeant(found) && !whyUnasked(found, lists.worker)),
        unread: elsewhere.unread,
        dangling,
    };
}

function draftsOf({ objects }: Tenant): { drafts: Draft[]; unsayable: Exported["unsayable"] } {
    const drafts: Draft[] = [];
    const unsayable: Exported["unsayable"] = [];
    for (const object of objects.filter((one) => !isUntouched(one))) {
        const said = saidOf(object);
        if (typeof said === "string") unsayable.push({ found: object, why: said });
        else drafts.push({ ...said, found: object });
    }
    return { drafts, unsayable };
}

/** Whether an object is one that a class finds its objects below without being told. */
function isBuiltInParent(body: Body): boolean {
    return classes.some(({ parents = {} }) => Object.values(parents).some(({ having }) => has(body, having)));
}

/** What objects are called, by id. */
function labelsOf(tenant: Tenant, drafts: readonly Draft[], found: readonly Outside[]): Map<string, string> {
    const labels = new Map<string, string>();
    for (const { id, name } of found) labels.set(id.toLowerCase(), name);
    for (const { id, body } of [...tenant.strangers, ...tenant.objects])
        if (typeof body.name === "string") labels.set(id.toLowerCase(), body.name);
    for (const { found, values } of drafts) {
        const label = labelOf(
            values,
            found.definition.key.filter((path) => !path.endsWith("Id")),
        );
        if (hasOwnId(found) && label !== "") labels.set(found.id.toLowerCase(), label);
    }
    return labels;
}
