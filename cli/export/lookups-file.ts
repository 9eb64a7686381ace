import { idOf } from "../../provider/lifecycle/object";
import { grouped } from "../grouped";
import type { Item } from "./items";
import { isFree, Names, upperFirst, variableName } from "./names";
import type { Outside } from "./outside";
import { printName, printText } from "./print";

/** How a program writes an object that it looks up. */
export interface Naming {
    /** The variable that has it. */
    variable: string;
    /** The expression. */
    text: string;
    /** The collection that the object is in. */
    collection: string;
}

/** The namings of objects that a program looks up, by id. */
export type Namings = ReadonlyMap<string, Naming>;

/** Names the objects that a program looks up. @param taken the variables that it has already */
export function namingsOf(outside: readonly Outside[], taken: ReadonlySet<string>): Namings {
    const names = new Names();
    for (const name of taken) names.give(name);
    const namings = new Map<string, Naming>();
    for (const [, group] of groupsOf(outside)) {
        const [{ noun, resource = "" } = { noun: "" }] = group;
        const wanted = variableName(`${resource} ${plural(noun)}`);
        const variable = names.give(isFree(wanted) ? wanted : plural(noun));
        for (const { id, name, collection } of group) {
            const property = printName(name);
            const access = property.startsWith('"')
                ? `[${property}]`
                : property.startsWith("[")
                  ? property
                  : `.${property}`;
            namings.set(id.toLowerCase(), { variable, text: `${variable}${access}`, collection });
        }
    }
    return namings;
}

/** The text of the file that looks objects up; undefined where nothing is. */
export function lookupsFile(outside: readonly Outside[], namings: Namings): string | undefined {
    if (outside.length === 0) return undefined;
    const parts = [...groupsOf(outside)].map(([, group]) => {
        const [{ id, noun, lookup, resource }] = group as [Outside];
        const variable = namings.get(id.toLowerCase())?.variable ?? "";
        if (resource === undefined) {
            const lines = group.map(({ name, more }) => {
                const args = Object.entries({ name, ...more }).map(([key, value]) => `${key}: ${printText(value)}`);
                return `${printName(name)}: pingone.${lookup}Output({ ${args.join(", ")} })`;
            });
            return `export const ${variable} = { ${lines.join(", ")} };`;
        }
        const found = `found${upperFirst(variable)}`;
        const list = group.map(({ name }) => printText(name)).join(", ");
        const lines = group.map(({ name }, index) => `${printName(name)}: ${found}[${index}]`);
        return [
            `/** The ${plural(noun)} of ${printText(resource).replaceAll("*/", "*\\/")} that this program does not manage. */`,
            `const ${found} = pingone.${lookup}Output({ resource: ${printText(resource)}, names: [${list}] }).${plural(noun)};`,
            `export const ${variable} = { ${lines.join(", ")} };`,
        ].join("\n");
    });
    return [
        "// What this program refers to and does not manage: it is found by its name.",
        'import * as pingone from "pulumi-pingone";',
        ...parts.flatMap((part) => ["", part]),
    ].join("\n");
}

/** The text of the file that says which objects exist already. */
export function importsFile(items: readonly Item[], environmentId: string): string {
    const sorted = items
        .map(({ variable, found }) => `${variable}: ${printText(idOf(found.definition, found.place, found.body))}`)
        .sort();
    return `
import * as pulumi from "@pulumi/pulumi";

/** The environment that the objects below are in. */
const exported = ${printText(environmentId)};

const environmentId = new pulumi.Config("pingone").get("environmentId") ?? process.env.PINGONE_ENVIRONMENT_ID;

/** What existed when this program was written: the first \`pulumi up\` takes it over instead of creating it. */
const existing = {
${sorted.join(",\n")}
};

/**
 * The ids that resources are imported with. They may stay: once a resource has its object they say nothing new. In another
 * environment there are none, and \`pulumi up\` creates the objects. If one of them was deleted on purpose, delete its line.
 */
export const ids: Partial<typeof existing> = environmentId?.toLowerCase() === exported ? existing : {};
`;
}

function plural(noun: string): string {
    return noun.endsWith("y") && !noun.endsWith("ey") ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

function groupsOf(outside: readonly Outside[]): Map<string, Outside[]> {
    const sorted = [...outside].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
    return grouped(sorted, ({ noun, resource = "" }) => JSON.stringify([noun, resource]));
}

function sortKey({ noun, resource = "", name }: Outside): string {
    return JSON.stringify([noun, resource, name]);
}
