import { application } from "../../provider/applications/application/definition";
import { applicationAttributeMapping } from "../../provider/applications/application-attribute-mapping";
import { grant } from "../../provider/applications/grant";
import type { Values } from "../../provider/lifecycle/values/paths";
import { customResource } from "../../provider/resources/custom-resource";
import { resourceAttribute } from "../../provider/resources/resource-attribute";
import type { Tenant } from "../support/tenant";
import { builtIn, builtInScope, type ClassCase, created, type Ids, under } from "./class-case";

const openIdConnect = { type: "WEB_APP", protocol: "OPENID_CONNECT" };
const saml = (name: string) => ({
    type: "WEB_APP",
    protocol: "SAML",
    acsUrls: [`https://${name}.example.com/acs`],
    assertionDuration: 60,
    spEntityId: `https://${name}.example.com`,
});

const ofUser = (attribute: string) => `\${user.${attribute}}`;

interface Attribute {
    title: string;
    minimal: Values;
    more(ids: Ids): Values;
    exists?: true;
    /** What is in the way of the other name is not there. */
    otherName: string;
    always?: string[];
}

function mappingsOf(protocol: (name: string) => Values, attribute: Attribute): ClassCase {
    const { title, minimal, more, exists, otherName, always } = attribute;
    return {
        title: `ApplicationAttributeMapping ${title}`,
        definition: applicationAttributeMapping,
        ...(exists && { exists }),
        prepare: async (tenant) => {
            const app = (name: string) => created(tenant, application, { ...protocol(name), name });
            const applicationId = await app("orders");
            const email = builtInScope(tenant, "email");
            const profile = builtInScope(tenant, "profile");
            const resourceId = builtIn(tenant, "openid");
            if (protocol !== saml)
                await created(tenant, grant, { applicationId, resourceId, scopeIds: [email, profile] });
            return {
                environmentId: tenant.emulator.environmentId,
                applicationId,
                otherApplicationId: await app("invoices"),
                email,
                profile,
                itself: under(tenant, "applications/attributes", applicationId, minimal.name),
            };
        },
        minimal: ({ applicationId }) => ({ applicationId, ...minimal }),
        full: (ids) => ({
            environmentId: ids.environmentId,
            applicationId: ids.applicationId,
            ...minimal,
            required: true,
            ...more(ids),
        }),
        ...(always && { always }),
        ...(exists && { shownElsewhere: ["name"] }),
        replacements: ({ otherApplicationId }) => [
            { title: "another application", change: { applicationId: otherApplicationId }, deletesFirst: false },
            { title: "another name", change: { name: otherName }, deletesFirst: false },
        ],
    };
}

function attributesOf(resource: string, { title, minimal, more, exists, otherName }: Attribute): ClassCase {
    const find = (tenant: Tenant): string | Promise<string> =>
        resource === "openid" ? builtIn(tenant, resource) : created(tenant, customResource, { name: resource });
    return {
        title: `ResourceAttribute ${title}`,
        definition: resourceAttribute,
        ...(exists && { exists }),
        prepare: async (tenant) => {
            const resourceId = await find(tenant);
            return {
                environmentId: tenant.emulator.environmentId,
                resourceId,
                otherResourceId: await created(tenant, customResource, { name: "invoices" }),
                itself: under(tenant, "resources/attributes", resourceId, minimal.name),
            };
        },
        minimal: ({ resourceId }) => ({ resourceId, ...minimal }),
        full: (ids) => ({ environmentId: ids.environmentId, resourceId: ids.resourceId, ...minimal, ...more(ids) }),
        ...(exists && { shownElsewhere: ["name"] }),
        replacements: ({ otherResourceId }) => [
            { title: "another resource", change: { resourceId: otherResourceId }, deletesFirst: false },
            { title: "another name", change: { name: otherName }, deletesFirst: false },
        ],
    };
}

const nothing = () => ({});

/** Attributes of applications and of resources: one's own, and those that exist already. */
export const attributeCases: ClassCase[] = [
    mappingsOf(() => openIdConnect, {
        title: "in OpenID Connect",
        minimal: { name: "email", value: ofUser("email") },
        more: ({ email, profile }) => ({
            idToken: false,
            userInfo: true,
            oidcScopeIds: [email, profile],
            oidcScopeNames: ["email", "profile"],
        }),
        otherName: "mail",
        always: ["oidcScopeIds"],
    }),
    mappingsOf(() => openIdConnect, {
        title: "sub",
        minimal: { name: "sub", value: ofUser("username") },
        more: nothing,
        exists: true,
        otherName: "email",
    }),
    mappingsOf(saml, {
        title: "in SAML",
        minimal: { name: "org", value: ofUser("email") },
        more: () => ({ nameFormat: "urn:oasis:names:tc:SAML:2.0:attrname-format:uri" }),
        otherName: "mail",
    }),
    mappingsOf(saml, {
        title: "saml_subject",
        minimal: { name: "saml_subject", value: ofUser("username") },
        more: () => ({ nameFormat: "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress" }),
        exists: true,
        otherName: "email",
    }),
    attributesOf("orders", {
        title: "of a resource of one's own",
        minimal: { name: "department", value: ofUser("department") },
        more: nothing,
        otherName: "sub",
    }),
    attributesOf("orders", {
        title: "sub",
        minimal: { name: "sub", value: ofUser("username") },
        more: nothing,
        exists: true,
        otherName: "department",
    }),
    attributesOf("openid", {
        title: "of openid",
        minimal: { name: "tier", value: ofUser("tier") },
        more: () => ({ idToken: false, userInfo: true }),
        otherName: "level",
    }),
    attributesOf("openid", {
        title: "given_name",
        minimal: { name: "given_name", value: ofUser("nickname") },
        more: () => ({ idToken: false, userInfo: true }),
        exists: true,
        otherName: "family_name",
    }),
];
