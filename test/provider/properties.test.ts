import { expect } from "chai";
import { application } from "../../provider/applications/application/definition";
import { applicationAttributeMapping } from "../../provider/applications/application-attribute-mapping";
import { applicationFlowPolicyAssignment } from "../../provider/applications/application-flow-policy-assignment";
import { applicationPushCredential } from "../../provider/applications/application-push-credential";
import { applicationRoleAssignment } from "../../provider/applications/application-role-assignment";
import { applicationSecret } from "../../provider/applications/application-secret";
import { applicationSignOnPolicyAssignment } from "../../provider/applications/application-sign-on-policy-assignment";
import { grant } from "../../provider/applications/grant";
import { systemApplication } from "../../provider/applications/system-application";
import { applicationResource } from "../../provider/authorize/application-resource";
import { applicationResourcePermission } from "../../provider/authorize/application-resource-permission";
import { applicationRole } from "../../provider/authorize/application-role";
import { applicationRolePermission } from "../../provider/authorize/application-role-permission";
import { group } from "../../provider/directory/group";
import { population } from "../../provider/directory/population";
import { type Definition, kindOf, type LoadedKind, schemaOf } from "../../provider/lifecycle/definition";
import { parents, pathAtPingOne } from "../../provider/lifecycle/values/body";
import { leaves } from "../../provider/lifecycle/values/compare";
import { type Property, propertyAt } from "../../provider/lifecycle/values/property";
import { customResource } from "../../provider/resources/custom-resource";
import { openIdScope } from "../../provider/resources/open-id-scope";
import { pingOneApiScope } from "../../provider/resources/ping-one-api-scope";
import { resourceAttribute } from "../../provider/resources/resource-attribute";
import { resourceScope } from "../../provider/resources/resource-scope";
import { resourceSecret } from "../../provider/resources/resource-secret";
import { withReference } from "../support/reference";
import { closeTenants, startTenant } from "../support/tenant";
import { classCases } from "./classes";
import { propertiesInSpecification } from "./openapi";

/** What no program can set on any object: PingOne's own, and the environment, which stands in the path. */
const ofEveryObject = ["$ref", "id", "createdAt", "updatedAt", "environment"];

interface Documented {
    definition: Definition;
    /** The name of its schema in the specification of PingOne's API; none where it has no such schema. */
    schema?: string;
    /** The specification's file, by default that of the management API. */
    file?: string;
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
        left: {
            resource: "the parent, which stands in the path",
            mappedClaims: "for scopes of openid: OpenIdScope has them",
            schemaAttributes: "for scopes of PingOne API: PingOneApiScope has them",
        },
    },
    {
        definition: openIdScope,
        schema: "ResourceScope",
        left: {
            resource: "the parent, which stands in the path",
            schemaAttributes: "for scopes of PingOne API: PingOneApiScope has them",
        },
    },
    {
        definition: pingOneApiScope,
        schema: "ResourceScope",
        left: {
            resource: "the parent, which stands in the path",
            mappedClaims: "for scopes of openid: OpenIdScope has them",
        },
    },
    {
        definition: resourceAttribute,
        schema: "ResourceAttribute",
        left: { resource: "the parent, which stands in the path", type: "read-only" },
    },
    {
        definition: resourceSecret,
        schema: "ResourceSecret",
        left: { secret: "read-only, an output", previous: "outputs, but for expiresAt, which a rotation is told" },
    },
    {
        definition: systemApplication,
        schema: "ApplicationPingOnePortal",
        left: { protocol: "there is no other than OPENID_CONNECT" },
    },
    {
        definition: systemApplication,
        schema: "ApplicationPingOneSelfService",
        left: { protocol: "there is no other than OPENID_CONNECT" },
    },
    {
        definition: applicationAttributeMapping,
        schema: "ApplicationAttributeMapping",
        left: { application: "the parent, which stands in the path", mappingType: "read-only" },
    },
    {
        definition: applicationSecret,
        schema: "ApplicationSecret",
        left: { secret: "read-only, an output", previous: "outputs, but for expiresAt, which a rotation is told" },
    },
    {
        definition: applicationFlowPolicyAssignment,
        schema: "FlowPolicyAssignment",
        left: { application: "the parent, which stands in the path" },
    },
    {
        definition: applicationSignOnPolicyAssignment,
        schema: "SignOnPolicyAssignment",
        left: { application: "the parent, which stands in the path" },
    },
    { definition: applicationPushCredential, left: {} },
    {
        definition: applicationRoleAssignment,
        schema: "RoleAssignment",
        left: {
            gateway: "of other assignments than an application's",
            group: "of other assignments than an application's",
            readOnly: "read-only",
        },
    },
    {
        definition: applicationResource,
        file: "pingone-authorize",
        schema: "ApplicationResource",
        left: { parent: "the parent, which stands in the path" },
    },
    {
        definition: applicationResourcePermission,
        file: "pingone-authorize",
        schema: "ApplicationResourcePermission",
        left: { resource: "the parent, which stands in the path" },
    },
    { definition: applicationRole, file: "pingone-authorize", schema: "ApplicationRole", left: {} },
    {
        definition: applicationRolePermission,
        file: "pingone-authorize",
        schema: "ApplicationRolePermission",
        left: { key: "read-only", action: "read-only", description: "read-only", resource: "read-only" },
    },
    { definition: population, schema: "Population", left: { userCount: "read-only" } },
    {
        definition: group,
        schema: "Group",
        left: {
            displayName: "read-only",
            sourceId: "read-only",
            sourceType: "read-only",
            directMemberCounts: "read-only",
            totalMemberCounts: "read-only",
        },
    },
    {
        definition: grant,
        schema: "ApplicationResourceGrant",
        left: { application: "the parent, which stands in the path" },
    },
];

/** The protocols of applications that no case goes through yet. */
const withoutCase = ["SAML", "WS_FED", "EXTERNAL_LINK"];

const isOf = (kind: LoadedKind, protocol: string) => schemaOf(kind, "protocol")?.safeParse(protocol).success;

/** The paths of all properties of a class, of every kind of it, and of what is in them. */
function pathsOf(definition: Definition): string[] {
    const within = (property: Property, prefix: string): string[] =>
        Object.entries(property.properties ?? {}).flatMap(([name, inner]) => [
            prefix + name,
            ...within(inner, `${prefix}${name}.`),
        ]);
    return [...new Set(definition.kinds().flatMap(({ property }) => within(property, "")))];
}

/** Where PingOne keeps what is at a path of some kind. */
function placeOf(definition: Definition, path: string): string {
    const kind = definition.kinds().find(({ property }) => propertyAt(property, path));
    return kind ? pathAtPingOne(kind.property, path) : path;
}

for (const { definition, schema, file, left } of classes)
    describe(`the properties of ${definition.type}`, () => {
        const paths = pathsOf(definition);

        after(closeTenants);

        it("are all that the definition says something about", () => {
            const rules = definition.kinds().flatMap((kind) => kind.rules);
            for (const path of [
                ...definition.key,
                ...definition.by,
                ...rules.flatMap((rule) => [rule.at, ...rule.with]),
            ])
                expect(paths).to.include(path);
            const given = parents(definition).filter((name) => definition.parents?.[name] === undefined);
            expect(paths).to.include.members(given);
        });

        describe(
            "are documented by PingOne",
            withReference(() => {
                if (schema === undefined) return;
                it("and are all of them, but for those left out on purpose", () => {
                    const ours = paths.map((path) => placeOf(definition, path));
                    const isLeft = (path: string) =>
                        [...ofEveryObject, ...Object.keys(left)].includes(path.split(".")[0] ?? "") &&
                        !ours.includes(path);
                    // `groups.id` is in our `groupIds`, and `keyRotationPolicy` holds nothing but the id that is ours.
                    const covered = (path: string) =>
                        ours.includes(path) || ours.includes(path.replace(/\.id$/, "")) || ours.includes(`${path}.id`);

                    const missing = propertiesInSpecification(schema, file).filter(
                        (path) => !covered(path) && !isLeft(path),
                    );

                    expect(missing).to.deep.equal([]);
                });
            }),
        );

        it("all take part in the life of some object in these tests", async () => {
            const used = new Set<string>();
            for (const kind of classCases.filter((one) => one.definition === definition)) {
                const full = kind.full(await kind.prepare(await startTenant()));
                for (const path of leaves(full, kindOf(definition, full).property)) used.add(path);
            }

            // What an object is managed through is no part of it: it has tests of its own.
            const played = definition.kinds().filter((kind) => !withoutCase.some((protocol) => isOf(kind, protocol)));
            const all = pathsOf({ ...definition, kinds: () => played }).filter(
                (path) => path !== "connection" && !paths.some((other) => other.startsWith(`${path}.`)),
            );
            expect([...used].sort()).to.deep.equal(all.sort());
        });
    });
