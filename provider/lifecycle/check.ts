import { isDeepStrictEqual } from "node:util";
import { missingSettings } from "../client/access";
import { PingOneError } from "../errors";
import { type Definition, kindOf, type LoadedKind } from "./definition";
import type { Deployment } from "./deployment";
import { fullKeyOf } from "./key";
import { label } from "./messages";
import { pathOf } from "./object";
import { problemsWithPlace } from "./place";
import { type Problem, schemaProblems } from "./problems";
import { parents } from "./values/body";
import { inOrder, namedIds } from "./values/order";
import { at, containsUnknown, fingerprint, isObject, isUnknown, type Values, within } from "./values/paths";
import type { Property } from "./values/property";
import { reserved, visible } from "./values/state";
import { asksForAction } from "./writing/action";

/** What check answers to the engine. */
export interface Checked {
    inputs: Values;
    failures: { property: string; reason: string }[];
}

/** Completes the inputs with their defaults and reports all that is wrong with them. Runs in previews: no network. */
export function check(definition: Definition, deployment: Deployment, olds: Values, news: Values): Checked {
    const completed: Values = { ...definition.defaults, ...visible(news) };
    const environment = withEnvironment(deployment, completed);
    const known = visible(olds);
    const kind = kindOf(definition, completed);
    const inputs = inOrder(kind, known, inOneCase(kind.property, completed) as Values);
    const schema = withoutCasualties(definition, deployment, inputs, schemaProblems(definition, inputs));
    const own = [...schema, ...ruleProblems(definition, inputs, schema)].filter(
        (problem) => !isOld(problem, known, inputs),
    );
    const others =
        own.length + environment.length > 0
            ? []
            : [
                  ...problemsWithPlace(definition, deployment, inputs),
                  ...problemsWithOthers(definition, deployment, news, inputs),
              ];
    if (Object.keys(known).length > 0) deployment.ownership.stateHas(fullKeyOf(definition, known) ?? "", known);
    deployment.ownership.programHas(inputs);
    if (isDeepStrictEqual(known, inputs)) deployment.unchanged.add(fingerprint(inputs));
    const warning = definition.warning?.(inputs);
    if (warning) deployment.warn(`${label(definition, inputs)}: ${warning}`);
    const hidden = Object.entries(news).filter(([name]) => name === reserved.import || name === reserved.secrets);
    const done = olds[reserved.changed] === true && asksForAction(definition, known, inputs);
    return {
        inputs: { ...inputs, ...Object.fromEntries(hidden), ...(done && { [reserved.done]: true }) },
        failures: [...environment, ...own, ...others].map((problem) => toFailure(inWords(problem, kind, inputs))),
    };
}

/** A problem with ids is one with the objects that the program gives in their place. */
function inWords(problem: Problem, kind: LoadedKind, inputs: Values): Problem {
    const { ids, names, objects } = namedIds(kind).find(({ ids }) => problem.path.startsWith(ids)) ?? {};
    if (!ids || !names || (at(inputs, ids) !== undefined && at(inputs, names) === undefined)) return problem;
    return { ...problem, path: problem.path.replace(ids, objects ?? ids) };
}

/** The engine would print the value of the property that a failure names, even a secret one: it is named in the reason. */
function toFailure({ path, text }: Problem): { property: string; reason: string } {
    return { property: "", reason: path ? `${path} ${text}` : text };
}

/** Puts the configured environment into the inputs that name none. */
function withEnvironment(deployment: Deployment, inputs: Values): Problem[] {
    try {
        const { settings } = deployment.session(inputs);
        inputs.environmentId ??= settings.environmentId;
        return inputs.environmentId === undefined ? problemsIn(missingSettings(settings, true)) : [];
    } catch (error) {
        if (!(error instanceof PingOneError)) throw error;
        return problemsIn(error);
    }
}

function problemsIn(error: PingOneError): Problem[] {
    return error.message.split("\n").map((text) => ({ path: "", text }));
}

/** Ids written as PingOne writes them: it takes them in any case, but a comparison would not. */
function inOneCase(property: Property | undefined, value: unknown): unknown {
    if (typeof value === "string") return property?.traits.caseless ? value.toLowerCase() : value;
    if (Array.isArray(value)) return value.map((item) => inOneCase(property?.item, item));
    if (!isObject(value)) return value;
    const inner = (name: string) => property?.properties?.[name];
    return Object.fromEntries(Object.entries(value).map(([name, below]) => [name, inOneCase(inner(name), below)]));
}

/**
 * With `--continue-on-error`, what comes from a resource that failed is missing. That is no mistake of the program, and
 * as a failure of check it would end the whole run; the engine skips the resource by itself.
 */
function withoutCasualties(
    definition: Definition,
    deployment: Deployment,
    inputs: Values,
    problems: Problem[],
): Problem[] {
    const casualties = deployment.failures === 0 ? [] : problems.filter((problem) => problem.missing);
    for (const { path } of casualties)
        deployment.warn(`${label(definition, inputs)}: ${path} is missing: what it depends on failed in this run`);
    return problems.filter((problem) => !casualties.includes(problem));
}

/**
 * A value that the resource has already is no mistake of the program's: with `ignoreChanges` it is what somebody set in
 * PingOne, and an earlier version of this package may have taken it.
 */
function isOld({ path, about = [path] }: Problem, olds: Values, inputs: Values): boolean {
    return about.every((one) => {
        const outer = one.replace(/\[.*/, "");
        return at(olds, outer) !== undefined && isDeepStrictEqual(at(olds, outer), at(inputs, outer));
    });
}

/** Rules see only properties that are known and of the right type. */
export function ruleProblems(definition: Definition, inputs: Values, problems: Problem[]): Problem[] {
    const usable = (path: string) =>
        !containsUnknown(at(inputs, path)) &&
        !problems.some((problem) => problem.mistyped && within(problem.path.replace("[", ".["), path));
    return (definition.tell(inputs)?.rules ?? [])
        .filter((rule) => [rule.at, ...rule.with].every(usable))
        .flatMap((rule) => {
            const text = rule.problem(inputs);
            return text ? [{ path: rule.at, text, about: [rule.at, ...rule.with] }] : [];
        });
}

const alreadyHad =
    "which another resource of this stack has already. Have one resource for each object; if the other one was renamed, give this one `aliases` instead";

/** What cannot be beside the other resources of the program, as far as it is known by now. */
function problemsWithOthers(
    definition: Definition,
    { ownership }: Deployment,
    news: Values,
    inputs: Values,
): Problem[] {
    const imported = news[reserved.import];
    const place = parents(definition).map((parent) => at(inputs, parent));
    if (typeof imported === "string" && place.every((value) => typeof value === "string" && !isUnknown(value))) {
        const path = pathOf(definition, inputs, imported);
        const first = ownership.wants(path, { ...inputs, [reserved.import]: imported });
        if (!first || !ownership.mayTakeOver(path))
            return [{ path: "the option import", text: `names ${imported}, ${alreadyHad}` }];
    }
    const key = definition.keyIsShared ? undefined : fullKeyOf(definition, inputs);
    const other = key && ownership.otherWith(key, { ...inputs, [reserved.called]: news[reserved.called] });
    if (!other) return [];
    const name = other[reserved.called] ?? other.name;
    const its = name === undefined ? `another ${definition.type}` : `the ${definition.type} "${name}"`;
    const advice = definition.oneForEachKey ?? "have one resource for each object";
    return [
        {
            path: definition.key.join(", "),
            text: `is the same as of ${its} of this program: ${advice}`,
        },
    ];
}
