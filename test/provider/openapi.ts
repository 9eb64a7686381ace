import { readFileSync } from "node:fs";
import { referenceFile } from "../support/reference";

/** The lines of each schema in a specification of PingOne's APIs. */
function schemas(file: string): Map<string, string[]> {
    const found = new Map<string, string[]>();
    let current: string[] | undefined;
    for (const line of readFileSync(referenceFile(`openapi/${file}.yml`), "utf8").split("\n")) {
        const [, name] = /^ {4}(\w+):$/.exec(line) ?? [];
        if (name || /^ {0,3}\S/.test(line)) current = undefined;
        if (name) {
            current = [];
            found.set(name, current);
        }
        current?.push(line);
    }
    return found;
}

/**
 * The paths of all properties in a schema, those of objects and of the members of lists included. It reads what the
 * specification has of YAML and no more: a key on each line, and structure by indentation.
 */
export function propertiesInSpecification(name: string, file = "pingone-management", all = schemas(file)): string[] {
    const paths: string[] = [];
    const holders: { indent: number; key: string }[] = [];
    for (const line of (all.get(name) ?? []).slice(1)) {
        const [, before = "", key = "", value = ""] = /^([ -]*)([\w$]+):(.*)$/.exec(line) ?? [];
        if (key === "") continue;
        while ((holders.at(-1)?.indent ?? -1) >= before.length) holders.pop();
        const path = holders.filter((_, index) => holders[index - 1]?.key === "properties").map((holder) => holder.key);
        const isProperty = holders.at(-1)?.key === "properties";
        if (isProperty) paths.push([...path, key].join("."));
        const [, reference] = /#\/components\/schemas\/(\w+)/.exec(value) ?? [];
        if (key === "$ref" && reference && reference !== "LinksHATEOAS")
            paths.push(...propertiesInSpecification(reference, file, all).map((inner) => [...path, inner].join(".")));
        holders.push({ indent: before.length, key });
    }
    return [...new Set(paths)];
}
