import type * as pulumi from "@pulumi/pulumi";
import type { ZodString, ZodType } from "zod";
import type { Body } from "../client/http";
import { type Definition, define, type Rule } from "../lifecycle/definition";
import { readOnlyEverywhere } from "../lifecycle/values/body";
import { at, isObject, isUnknown, type Values, without } from "../lifecycle/values/paths";
import { reserved } from "../lifecycle/values/state";
import { where } from "../schemas";
import { uuid } from "../uuid";
import { z } from "../zod";
import type { CollectionObjectArgs } from "./args";
import { betterClass } from "./better-class";
import { bodySchema, idPaths, said } from "./body";

/** The values of a program; which of `collection` and `path` it has to give is a rule. */
type Given = pulumi.Unwrap<Omit<CollectionObjectArgs, "collection" | "path" | "body">> & {
    collection?: string;
    path?: string;
    body: Values;
};

/** A path below the environment: no name in it leads elsewhere. */
const below = () =>
    z
        .string()
        .refine(
            (path) =>
                !/^(v\d+|environments)(\/|$)/.test(path) &&
                path.split("/").every((name) => /^(\{[A-Za-z]\w*\}|\w[\w.-]*)$/.test(name)),
            {
                error: "must be a path below the environment, such as subscriptions or signOnPolicies/{policyId}/actions: no slash at its ends, no .., no query",
            },
        )
        .meta({ local: true, replaces: true });

/** Paths in the body. */
const paths = () =>
    z
        .array(z.string().regex(/^[^[\]]*$/, { error: "must not lead into a list: give the path of the list itself" }))
        .meta({ local: true, reread: true, set: true });

const namesOf = (parents: string[], given: unknown): Record<string, ZodString> =>
    Object.fromEntries(
        parents.map((name) => [
            name,
            z
                .string()
                .min(1)
                .meta(isUuid(at(given, name)) ? { caseless: true } : {}),
        ]),
    );

/** Other ids than those of PingOne's own kind may differ in case only. */
function isUuid(value: unknown): boolean {
    return typeof value === "string" && uuid.test(value);
}

/**
 * What programs may write about the one object.
 * @param parents the names of its parents, where they are known
 * @param given the parents that the program gives
 */
function schema(parents: string[] | undefined, given: unknown, body: ZodType<Values>) {
    return z.toZod<Given>()(
        z.strictObject({
            collection: below().optional(),
            path: below().optional(),
            parents: (parents ? z.strictObject(namesOf(parents, given)) : z.record(z.string(), z.string()))
                .meta({ local: true, replaces: true })
                .optional(),
            body,
            key: paths().optional(),
            sets: paths().optional(),
            replaces: paths().optional(),
            secrets: paths().optional(),
            readOnly: paths().optional(),
            ...where(),
        }),
    );
}

/** What must hold between the properties, besides what the schema says. */
function rules({ key, secrets, readOnly }: { key?: string[]; secrets: string[]; readOnly: string[] }): Rule<Values>[] {
    const notGiven = (path: string, reason: string): Rule<Values> => ({
        at: `body.${path}`,
        with: [],
        problem: (inputs) => at(inputs, `body.${path}`) !== undefined && reason,
    });
    return [
        {
            at: "collection",
            with: ["path"],
            problem: ({ collection, path }) => {
                if (collection === undefined && path === undefined)
                    return "is required: the collection's path below the environment, or instead of it the path of the one object";
                return collection !== undefined && path !== undefined && "must not be given beside path";
            },
        },
        {
            at: "key",
            with: ["path"],
            problem: ({ path }) =>
                path !== undefined && key && "must not be given beside path, where there is one object",
        },
        ...(key ?? []).map(
            (path): Rule<Values> => ({
                at: "key",
                with: [`body.${path}`],
                problem: (inputs) => {
                    if (at(inputs, `body.${path}`) === undefined) return `names ${path}, which body does not give`;
                    return secrets.includes(path) && `names ${path}, which is secret: messages show an object's key`;
                },
            }),
        ),
        ...readOnlyEverywhere
            .filter((name) => name !== "id")
            .map((name) => notGiven(name, "is what PingOne sets: leave it out")),
        ...readOnly.map((path) => notGiven(path, "is what PingOne sets, as readOnly says: leave it out")),
    ];
}

/** PingOne's answer as an output: without what leads elsewhere, changes by itself, or is secret. */
function shown(body: Body, secrets: string[]): Body {
    if (secrets.includes("")) return {};
    return withoutLinks(["_embedded", "updatedAt", ...secrets].reduce(without, body)) as Body;
}

function withoutLinks(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(withoutLinks);
    if (!isObject(value)) return value;
    const others = Object.entries(value).filter(([name]) => name !== "_links");
    return Object.fromEntries(others.map(([name, inner]) => [name, withoutLinks(inner)]));
}

/** Such objects are told by the last name of their path and, where they have one, a name of their own. */
function titleOf(path: string, { body }: Values): string {
    const names = ["name", "title", "type"].map((property) => textOf(at(body, property)));
    return [path.split("/").at(-1), names.find((name) => name !== undefined)].filter(Boolean).join(" ");
}

/**
 * What is known of an object of the management API: what the program itself says.
 * @param classes those that know more about their objects
 * @internal
 */
export function apiObjectBeside(classes: readonly Definition[]): Definition {
    const of = (values: Values, state: Values = values): Definition => {
        const path = textOf(state.path);
        // What is not given is asked for where the object's path is made.
        const template = path ?? textOf(state.collection) ?? "{collection}";
        const isKnown = template !== "{collection}" && !isUnknown(template);
        const parents = isKnown ? [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "") : [];
        const body = isObject(values.body) ? values.body : {};
        const [key, sets = [], replaces = [], secrets = [], readOnly = []] = [
            values.key,
            values.sets,
            values.replaces,
            values.secrets,
            values.readOnly,
        ].map(textsOf);
        const keys = key ?? ["name", "id"].filter((name) => body[name] !== undefined).slice(0, 1);
        const tree = () =>
            bodySchema([
                ...said(sets, { set: true }),
                ...said(replaces, { replaces: true }),
                ...said(secrets, { writeOnly: true }),
                ...said(path === undefined ? keys : [], { exclusive: true }),
                ...said(idPaths(body), { at: "id" }),
                ...said(
                    idPaths(body).filter((path) => isUuid(at(body, path))),
                    { caseless: true },
                ),
                ...said(body.id === undefined ? [] : ["id"], { replaces: true }),
            ]);
        return define<Values>({
            type: "ApiObject",
            collection: isKnown ? template.replace(/\{(\w+)\}/g, "{parents.$1}") : template,
            key: path === undefined ? ["collection", ...keys.map((name) => `body.${name}`)] : ["path"],
            ...(path === undefined && key === undefined && { keyIsShared: true }),
            title: (values) => titleOf(template, values),
            ...(path !== undefined && { single: true }),
            ...(parents.length > 0 && { oneWriteAtATime: true, defaults: { parents: {} } }),
            schema: () => schema(isKnown ? parents : undefined, values.parents, tree()),
            rules: rules({ key, secrets, readOnly }),
            readOnly,
            outputs: { answer: (answer) => shown(answer, secrets) },
            secretOutputs: [reserved.before, ...(values.body === undefined && secrets.length > 0 ? ["body"] : [])],
            warning: () => betterClass(classes, { collection: textOf(values.collection), path: textOf(values.path) }),
        });
    };
    return { ...of({}), of };
}

/** The definition by which programs register such objects. */
export const apiObject = apiObjectBeside([]);

function textOf(value: unknown): string | undefined {
    return typeof value === "string" ? value : undefined;
}

function textsOf(value: unknown): string[] | undefined {
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : undefined;
}
