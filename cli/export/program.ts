import { kindOf } from "../../provider/lifecycle/definition";
import { grouped } from "../grouped";
import { filesOf } from "./files";
import { hasOwnId, type Item } from "./items";
import { importsFile, lookupsFile, namingsOf } from "./lookups-file";
import { upperFirst, variableName } from "./names";
import { orderOf } from "./order";
import type { Outside } from "./outside";
import { type Expressions, printText, printValues } from "./print";

/** A secret that a program reads from its configuration. */
export interface ConfiguredSecret {
    key: string;
    item: Item;
    path: string;
}

/** A program that manages objects which exist. */
export interface Program {
    /** The text of its files, not formatted, by path. */
    files: Map<string, string>;
    secrets: ConfiguredSecret[];
}

/** Writes the program. */
export function programOf(items: readonly Item[], outside: readonly Outside[], environmentId: string): Program {
    const files = filesOf(items);
    const byId = new Map(
        items.filter(({ found }) => hasOwnId(found)).map((item) => [item.found.id.toLowerCase(), item]),
    );
    const order = orderOf(items, byId, files);
    const namings = namingsOf(outside, new Set(items.map(({ variable }) => variable)));
    const secrets: ConfiguredSecret[] = [];
    const texts = new Map<string, string>();
    for (const [file, own] of [...grouped(order.items, (item) => files.get(item) ?? "")].sort(([a], [b]) =>
        a < b ? -1 : 1,
    ))
        texts.set(`${file}.ts`, fileText(file, own));
    const used = lookupsFile(outside, namings);
    if (used) texts.set("lookups.ts", used);
    texts.set("existing.ts", importsFile(items, environmentId));
    const modules = [...texts.keys()].filter((path) => path !== "lookups.ts" && path !== "existing.ts");
    texts.set("index.ts", modules.map((path) => `import "./${path.replace(/\.ts$/, "")}";`).join("\n"));
    return { files: texts, secrets };

    function fileText(file: string, own: readonly Item[]): string {
        const imported = new Map<string, Set<string>>([[`${up(file)}existing`, new Set(["ids"])]]);
        const use = (from: string, name: string) => {
            const module = `${up(file)}${from}`;
            imported.set(module, (imported.get(module) ?? new Set()).add(name));
        };
        const statements = own.map((item) => statement(item, file, use));
        const hasSecrets = own.some((item) => item.secrets.length > 0);
        return [
            ...(hasSecrets ? ['import * as pulumi from "@pulumi/pulumi";'] : []),
            'import * as pingone from "pulumi-pingone";',
            ...[...imported]
                .sort(([a], [b]) => (a < b ? -1 : 1))
                .map(([from, names]) => `import { ${[...names].sort().join(", ")} } from "${from}";`),
            ...(hasSecrets ? ["", "const config = new pulumi.Config();"] : []),
            ...statements.flatMap((text) => ["", text]),
        ].join("\n");
    }

    function statement(item: Item, file: string, use: (from: string, name: string) => void): string {
        const { found, name, values, variable } = item;
        const { type, key } = found.definition;
        const secretTexts = new Map(
            item.secrets.map((path) => {
                const secret = { key: `${variable}${upperFirst(variableName(path.replaceAll(".", " ")))}`, item, path };
                secrets.push(secret);
                return [path, `config.requireSecret(${printText(secret.key)})`];
            }),
        );
        const { name: own, ...others } = values;
        // The class gives the object the resource's name.
        const said = key.includes("name") && own === name ? others : values;
        const printed = printValues(said, kindOf(found.definition, found.body).property, {
            secrets: secretTexts,
            reference: (id) => {
                const target = order.target(item, id);
                if (target) {
                    const other = files.get(target) ?? "";
                    if (other !== file) use(other, target.variable);
                    const { collection } = target.found.definition;
                    return { id: `${target.variable}.id`, object: target.variable, collection };
                }
                const naming = namings.get(id);
                if (naming) {
                    use("lookups", naming.variable);
                    return { id: `${naming.text}.id`, object: naming.text, collection: naming.collection };
                }
                return id === environmentId.toLowerCase() ? environmentOf(item, file, use) : undefined;
            },
        });
        return `export const ${variable} = new pingone.${type}(${printText(name)}, ${printed}, { import: ids.${variable} });`;
    }

    /** What an object is in is its environment, whichever that is. */
    function environmentOf(
        item: Item,
        file: string,
        use: (from: string, name: string) => void,
    ): Expressions | undefined {
        const target = Object.values(item.values)
            .map((value) => (typeof value === "string" ? order.target(item, value.toLowerCase()) : undefined))
            .find((one) => one !== undefined);
        if (!target) return undefined;
        const other = files.get(target) ?? "";
        if (other !== file) use(other, target.variable);
        return { id: `${target.variable}.environmentId` };
    }
}

/** The way from a file to the program's folder. */
function up(file: string): string {
    return file.includes("/") ? "../" : "./";
}
