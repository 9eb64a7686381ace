import { expect } from "chai";
import * as z from "zod";
import { parents, pathAtPingOne } from "../../provider/lifecycle/body";
import type { Definition } from "../../provider/lifecycle/definition";
import { leaves } from "../../provider/lifecycle/values";
import { application } from "../../provider/resources/application/definition";
import { customResource } from "../../provider/resources/custom-resource";
import { grant } from "../../provider/resources/grant";
import { resourceScope } from "../../provider/resources/resource-scope";
import { withReference } from "../support/reference";
import { closeTenants, startTenant } from "../support/tenant";
import { classCases } from "./classes";
import { propertiesInSpecification } from "./openapi";

/** What no program can set on any object: PingOne's own, and the environment, which stands in the path. */
const ofEveryObject = ["$ref", "id", "createdAt", "updatedAt", "environment"];

interface Documented {
    definition: Definition;
    /** The name of its schema in the specification of PingOne's API. */
    schema: string;
    /** Properties there that the class does not have, each with the reason. */
    left: Record<string, string>;
}

const classes: Documented[] = [
    {
        definition: application,
        schema: "ApplicationOIDC",
        left: {
            clientId: "read at creation only, and credentials are never inputs; it is an output",
            clientSecret: "credentials are never inputs",
            template: "applications made from templates come later",
        },
    },
    {
        definition: customResource,
        schema: "Resource",
        left: {
            clientId: "credentials are never inputs",
            clientSecret: "credentials are never inputs",
            resource: "read-only",
            type: "only CUSTOM can be created",
        },
    },
    {
        definition: resourceScope,
        schema: "ResourceScope",
        left: { resource: "the parent, which stands in the path" },
    },
    {
        definition: grant,
        schema: "ApplicationResourceGrant",
        left: { application: "the parent, which stands in the path" },
    },
];

/** What is inside an optional property. */
function required(schema: z.ZodType): z.ZodType {
    return schema instanceof z.ZodOptional ? required(schema.unwrap() as z.ZodType) : schema;
}

/** The paths of all properties that a schema accepts, of objects and of what is in them. */
function accepted(schema: z.ZodType, prefix = ""): string[] {
    const inner = required(schema);
    if (!(inner instanceof z.ZodObject)) return [];
    return Object.entries(inner.shape).flatMap(([name, property]) => [
        prefix + name,
        ...accepted(property as z.ZodType, `${prefix}${name}.`),
    ]);
}

for (const { definition, schema, left } of classes)
    describe(`the properties of ${definition.type}`, () => {
        const paths = accepted(definition.schema(z));

        after(closeTenants);

        it("are those that its schema accepts", () => {
            expect([...definition.properties].sort()).to.deep.equal(paths.filter((path) => !path.includes(".")).sort());
        });

        it("are all that the definition says something about", () => {
            const { sets, references, replaces, onceSet, sticky, creationOnly, writeOnly, exclusive, key, rules } =
                definition;
            const named = [
                sets,
                references,
                replaces,
                onceSet,
                sticky,
                Object.keys(creationOnly ?? {}),
                writeOnly,
                exclusive,
                key,
            ].flat();
            for (const path of [...named, ...(rules ?? []).flatMap((rule) => [rule.at, ...rule.with])])
                if (path !== undefined) expect(paths).to.include(path);
            expect(paths).to.include.members(parents(definition));
        });

        describe(
            "are documented by PingOne",
            withReference(() =>
                it("and are all of them, but for those left out on purpose", () => {
                    const ours = paths.map((path) => pathAtPingOne(definition, path));
                    const isLeft = (path: string) =>
                        [...ofEveryObject, ...Object.keys(left)].includes(path.split(".")[0] ?? "") &&
                        !ours.includes(path);
                    // `groups.id` is in our `groupIds`, and `keyRotationPolicy` holds nothing but the id that is ours.
                    const covered = (path: string) =>
                        ours.includes(path) || ours.includes(path.replace(/\.id$/, "")) || ours.includes(`${path}.id`);

                    const missing = propertiesInSpecification(schema).filter((path) => !covered(path) && !isLeft(path));

                    expect(missing).to.deep.equal([]);
                }),
            ),
        );

        it("all take part in the life of some object in these tests", async () => {
            const used = new Set<string>();
            for (const kind of classCases.filter((one) => one.definition === definition))
                for (const path of leaves(kind.full(await kind.prepare(await startTenant())))) used.add(path);

            const all = paths.filter((path) => !paths.some((other) => other.startsWith(`${path}.`)));
            expect([...used].sort()).to.deep.equal(all.sort());
        });
    });
