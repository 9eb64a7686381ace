import { ruleProblems } from "../../provider/lifecycle/check";
import { isBuiltIn } from "../../provider/lifecycle/creating/is-built-in";
import { type Definition, kindOf } from "../../provider/lifecycle/definition";
import { type Problem, schemaProblems } from "../../provider/lifecycle/problems";
import { everything } from "../../provider/lifecycle/read";
import { withoutDefaults } from "../../provider/lifecycle/values/defaults";
import { at, isObject, put, removeAt, type Values } from "../../provider/lifecycle/values/paths";
import { type Property, propertyAt } from "../../provider/lifecycle/values/property";
import type { Known } from "../environment/tenant";

/** What a program says of an object that exists. */
export interface Said {
    values: Values;
    /** The paths of values that PingOne shows to nobody and that the program has to give. */
    secrets: string[];
    /** What the object has and the program cannot say, and why. */
    omitted: Omission[];
}

/** A property that a program cannot have as it is. */
export interface Omission {
    path: string;
    why: string;
}

/** Stands for a secret while the values are held against the schema. */
const placeholder = "a secret";

/** What a program says of an object; where it can say nothing that this package accepts, why not. */
export function saidOf(found: Known): Said | string {
    const { definition, body, place } = found;
    const kind = kindOf(definition, body);
    const all = everything(definition, body, place);
    for (const path of kind.paths("creationOnly")) removeAt(all, path);
    const values = withoutDefaults(kind.property, all, body) as Values;
    // The environment is the configured one, and other parents may be found without the program.
    for (const name of ["environmentId", ...Object.keys(definition.parents ?? {})]) delete values[name];
    for (const [name, value] of Object.entries(definition.defaults ?? {}))
        if (values[name] === value) delete values[name];
    const omitted: Omission[] = [];
    for (;;) {
        const { secrets, problems } = withSecrets(definition, kind.property, values);
        if (problems.length === 0) return { values, secrets, omitted };
        const [problem] = problems.filter(({ path }) => canGo(kind.property, values, path));
        if (!problem) return problems.map(({ path, text }) => `${path} ${text}`).join("; ");
        const path = withoutIndex(problem.path);
        removeAt(values, path);
        // What exists anyway keeps such a value by itself.
        if (!isBuiltIn(definition, body)) omitted.push({ path, why: problem.text });
    }
}

function canGo(property: Property, values: Values, path: string): boolean {
    const outer = withoutIndex(path);
    return at(values, outer) !== undefined && propertyAt(property, outer)?.optional === true;
}

/** A list goes as a whole. */
function withoutIndex(path: string): string {
    return path.replace(/\[.*/, "");
}

/** The fewest secrets with which the values are right, or what is wrong with them in any case. */
function withSecrets(
    definition: Definition,
    property: Property,
    values: Values,
): { secrets: string[]; problems: Problem[] } {
    const paths = kindOf(definition, values)
        .paths("writeOnly")
        .filter((path) => isMeant(values, path));
    const required = paths.filter((path) => !propertyAt(property, path)?.optional);
    const optional = paths.filter((path) => !required.includes(path));
    let first: { secrets: string[]; problems: Problem[] } | undefined;
    for (const some of subsets(optional)) {
        const secrets = [...required, ...some];
        const complete = structuredClone(values);
        for (const path of secrets) put(complete, path, placeholder);
        const problems = problemsOf(definition, complete);
        if (problems.length === 0) return { secrets, problems };
        first ??= { secrets, problems };
    }
    return first ?? { secrets: [], problems: [] };
}

function problemsOf(definition: Definition, values: Values): Problem[] {
    const inputs = { ...definition.defaults, ...values };
    const problems = schemaProblems(definition, inputs);
    return [...problems, ...ruleProblems(definition, inputs, problems)];
}

/** Whether there is what holds the value at a path. */
function isMeant(values: Values, path: string): boolean {
    const holder = path.split(".").slice(0, -1).join(".");
    return holder === "" || isObject(at(values, holder));
}

/** All choices among a few, the small ones first. */
function subsets(items: readonly string[]): string[][] {
    let all: string[][] = [[]];
    for (const item of items) all = all.concat(all.map((some) => some.concat(item)));
    return all.sort((a, b) => a.length - b.length);
}
