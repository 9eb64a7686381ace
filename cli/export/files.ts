import { parents } from "../../provider/lifecycle/values/body";
import { at } from "../../provider/lifecycle/values/paths";
import type { Item } from "./items";
import { Names, plainName } from "./names";

/** So many objects of applications are read in one file; more get a file for each application. */
const mostInOneFile = 40;

/** The files by the first name of their objects' path; what has none here is among the others. */
const fileOf: Record<string, string> = {
    applications: "applications",
    resources: "resources",
    applicationResources: "authorize",
    applicationRoles: "authorize",
    populations: "directory",
    groups: "directory",
};

/** The file that each object is written into, without its ending. */
export function filesOf(items: readonly Item[]): Map<Item, string> {
    const ofApplications = items.filter((item) => groupOf(item) === "applications");
    if (ofApplications.length <= mostInOneFile) return new Map(items.map((item) => [item, groupOf(item)]));
    const names = new Names(true);
    const folders = new Map<string, string>();
    const own = ofApplications.filter((item) => parents(item.found.definition).length === 1);
    for (const item of own)
        folders.set(
            item.found.id,
            `applications/${names.give(plainName(item.title).toLowerCase() || "application", "-")}`,
        );
    return new Map(
        items.map((item) => {
            if (groupOf(item) !== "applications") return [item, groupOf(item)];
            const { definition, place, id } = item.found;
            const [, above = ""] = parents(definition);
            return [item, folders.get(String(at(place, above) ?? id)) ?? "applications/others"];
        }),
    );
}

function groupOf({ found }: Item): string {
    return fileOf[found.template.split("/")[0] ?? ""] ?? "others";
}
