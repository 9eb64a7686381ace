import * as z from "zod";
import { missing } from "../config";
import { PingOneError } from "../errors";
import type { Definition, Values } from "./definition";
import { type Problem, toProblems } from "./problems";
import type { Run } from "./run";
import { key, visible } from "./state";
import { at, containsUnknown, isUnknown, within } from "./values";

/** What check answers to the engine. */
export interface Checked {
    inputs: Values;
    failures: { property: string; reason: string }[];
}

/** Completes the inputs with their defaults and reports all that is wrong with them. Runs in previews: no network. */
export function check(definition: Definition, run: Run, olds: Values, news: Values): Checked {
    const inputs: Values = { ...definition.defaults, ...visible(news) };
    const problems = [...withEnvironment(run, inputs), ...checkSchema(definition, inputs)];
    problems.push(...checkRules(definition, inputs, problems));
    if (Object.keys(olds).length > 0) run.ownedInputs.push(visible(olds));
    const imported = news[key.import];
    if (typeof imported === "string") run.named.add(imported);
    for (const hidden of [key.import, key.secrets]) if (news[hidden] !== undefined) inputs[hidden] = news[hidden];
    return { inputs, failures: problems.map(toFailure) };
}

/** The engine would print the value of the property that a failure names, even a secret one: it is named in the reason. */
function toFailure({ path, text }: Problem): { property: string; reason: string } {
    return { property: "", reason: path ? `${path} ${text}` : text };
}

/** Puts the configured environment into the inputs that name none. */
function withEnvironment(run: Run, inputs: Values): Problem[] {
    try {
        const { environmentId } = run.settings;
        inputs.environmentId ??= environmentId;
        return inputs.environmentId === undefined
            ? [{ path: "", text: missing("environmentId", "the PingOne environment").message }]
            : [];
    } catch (error) {
        if (!(error instanceof PingOneError)) throw error;
        return error.message.split("\n").map((text) => ({ path: "", text }));
    }
}

function checkSchema(definition: Definition, inputs: Values): Problem[] {
    const nameless = inputs.name === undefined && definition.key.includes("name");
    const issues = definition.schema(z).safeParse(inputs, { reportInput: true }).error?.issues ?? [];
    return [
        ...(nameless ? [{ path: "name", text: "is required: a string" }] : []),
        ...issues
            .filter((issue) => !leadsToUnknown(inputs, issue.path))
            .flatMap((issue) => toProblems(issue, definition.type, definition.properties)),
    ];
}

function leadsToUnknown(inputs: Values, path: readonly PropertyKey[]): boolean {
    let value: unknown = inputs;
    for (const key of path) {
        if (isUnknown(value)) return true;
        value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
    }
    return isUnknown(value);
}

/** Rules see only properties that are known and right in themselves. */
function checkRules(definition: Definition, inputs: Values, problems: Problem[]): Problem[] {
    const usable = (path: string) =>
        !containsUnknown(at(inputs, path)) &&
        !problems.some((problem) => within(problem.path.replace("[", ".["), path));
    return (definition.rules ?? [])
        .filter((rule) => [rule.at, ...rule.with].every(usable))
        .flatMap((rule) => {
            const text = rule.problem(inputs);
            return text ? [{ path: rule.at, text }] : [];
        });
}
