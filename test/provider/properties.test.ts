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
import { type Definition, kindOf } from "../../provider/lifecycle/definition";
import { parents } from "../../provider/lifecycle/values/body";
import { leaves } from "../../provider/lifecycle/values/compare";
import type { Property } from "../../provider/lifecycle/values/property";
import { customResource } from "../../provider/resources/custom-resource";
import { openIdScope } from "../../provider/resources/open-id-scope";
import { pingOneApiScope } from "../../provider/resources/ping-one-api-scope";
import { resourceAttribute } from "../../provider/resources/resource-attribute";
import { resourceScope } from "../../provider/resources/resource-scope";
import { resourceSecret } from "../../provider/resources/resource-secret";
import { withReference } from "../support/reference";
import { type File, propertiesInSpecification } from "../support/specification";
import { closeTenants, startTenant } from "../support/tenant";
import { classCases } from "./classes";

/** What no program can set on any object: PingOne's own, and the environment, which stands in the path. */
const ofEveryObject = ["_links", "id", "createdAt", "updatedAt", "environment"];

/** Properties that a schema has and the class does not, each with the reason. */
type Left = Record<string, string>;

interface Documented {
    definition: Definition;
    /** By the name of its schema in the specification of PingOne's API; none where it has no such schema. */
    schemas: Record<string, Left>;
    /** The specification's file, by default that of the management API. */
    file?: File;
}

const readOnly = "read-only";
const parent = "the parent, which stands in the path";
const credential = "credentials are never inputs";
const secret: Left = {
    secret: "read-only, an output",
    previous: "outputs, but for expiresAt, which a rotation is told",
};
const ofAnyApplication: Left = {
    clientId: "read at creation only, and credentials are never inputs; it is an output",
    template: "applications made from templates come later",
};
const ofSystemApplication: Left = { protocol: "there is no other than OPENID_CONNECT" };
const ofOpenId: Left = { mappedClaims: "for scopes of openid: OpenIdScope has them" };
const ofPingOneApi: Left = { schemaAttributes: "for scopes of PingOne API: PingOneApiScope has them" };

const classes: Documented[] = [
    {
        definition: application,
        schemas: {
            ApplicationOIDC: { ...ofAnyApplication, clientSecret: credential },
            ApplicationSAML: ofAnyApplication,
            ApplicationWSFED: ofAnyApplication,
            ApplicationExternalLink: ofAnyApplication,
        },
    },
    {
        definition: customResource,
        schemas: {
            Resource: {
                clientId: credential,
                clientSecret: credential,
                resource: readOnly,
                type: "only CUSTOM can be created",
            },
        },
    },
    { definition: resourceScope, schemas: { ResourceScope: { resource: parent, ...ofOpenId, ...ofPingOneApi } } },
    { definition: openIdScope, schemas: { ResourceScope: { resource: parent, ...ofPingOneApi } } },
    { definition: pingOneApiScope, schemas: { ResourceScope: { resource: parent, ...ofOpenId } } },
    { definition: resourceAttribute, schemas: { ResourceAttribute: { resource: parent, type: readOnly } } },
    { definition: resourceSecret, schemas: { ResourceSecret: secret } },
    {
        definition: systemApplication,
        schemas: { ApplicationPingOnePortal: ofSystemApplication, ApplicationPingOneSelfService: ofSystemApplication },
    },
    {
        definition: applicationAttributeMapping,
        schemas: { ApplicationAttributeMapping: { application: parent, mappingType: readOnly } },
    },
    { definition: applicationSecret, schemas: { ApplicationSecret: secret } },
    { definition: applicationFlowPolicyAssignment, schemas: { FlowPolicyAssignment: { application: parent } } },
    { definition: applicationSignOnPolicyAssignment, schemas: { SignOnPolicyAssignment: { application: parent } } },
    { definition: applicationPushCredential, schemas: {} },
    {
        definition: applicationRoleAssignment,
        schemas: {
            RoleAssignment: {
                gateway: "of other assignments than an application's",
                group: "of other assignments than an application's",
                readOnly,
            },
        },
    },
    {
        definition: applicationResource,
        file: "pingone-authorize",
        schemas: { ApplicationResource: { parent } },
    },
    {
        definition: applicationResourcePermission,
        file: "pingone-authorize",
        schemas: { ApplicationResourcePermission: { resource: parent } },
    },
    { definition: applicationRole, file: "pingone-authorize", schemas: { ApplicationRole: {} } },
    {
        definition: applicationRolePermission,
        file: "pingone-authorize",
        schemas: {
            ApplicationRolePermission: { key: readOnly, action: readOnly, description: readOnly, resource: readOnly },
        },
    },
    { definition: population, schemas: { Population: { userCount: readOnly } } },
    {
        definition: group,
        schemas: {
            Group: {
                displayName: readOnly,
                sourceId: readOnly,
                sourceType: readOnly,
                directMemberCounts: readOnly,
                totalMemberCounts: readOnly,
            },
        },
    },
    { definition: grant, schemas: { ApplicationResourceGrant: { application: parent } } },
];

/** The paths of all properties of a class, of every kind of it, and of what is in them. */
function pathsOf(definition: Definition): string[] {
    const within = (property: Property, prefix: string): string[] =>
        Object.entries(property.properties ?? {}).flatMap(([name, inner]) => [
            prefix + name,
            ...within(inner, `${prefix}${name}.`),
        ]);
    return [...new Set(definition.kinds().flatMap(({ property }) => within(property, "")))];
}

/** Where PingOne keeps all properties of a class, those in members of lists included. */
function placesOf(definition: Definition): string[] {
    const within = (property: Property, prefix: string): string[] =>
        Object.entries(property.properties ?? property.item?.properties ?? {}).flatMap(([name, inner]) => {
            const place = prefix + (inner.traits.at ?? name).replace("[]", "");
            return [place, ...within(inner, `${place}.`)];
        });
    return definition.kinds().flatMap(({ property }) => within(property, ""));
}

for (const { definition, schemas, file } of classes)
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
                const ours = placesOf(definition);
                // `keyRotationPolicy` holds nothing but the id that is ours.
                const covered = (path: string) => ours.includes(path) || ours.includes(`${path}.id`);

                for (const [schema, left] of Object.entries(schemas))
                    it(`and are all that ${schema} has, but for those left out on purpose`, () => {
                        const isLeft = (path: string) =>
                            [...ofEveryObject, ...Object.keys(left)].includes(path.split(".")[0] ?? "") &&
                            !ours.includes(path);

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
                const full = kind.full(await kind.prepare(await startTenant(kind.emulator)));
                for (const path of leaves(full, kindOf(definition, full).property)) used.add(path);
            }

            // What an object is managed through is no part of it: it has tests of its own.
            const all = paths.filter(
                (path) => path !== "connection" && !paths.some((other) => other.startsWith(`${path}.`)),
            );
            expect([...used].sort()).to.deep.equal(all.sort());
        });
    });
