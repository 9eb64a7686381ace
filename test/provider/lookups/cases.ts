import * as pingone from "pulumi-pingone";
import type { Body } from "../../../provider/client/http";

/** A lookup, called with arguments that no compiler has seen. */
export type Get = (args: object, opts?: object) => Promise<unknown>;

/** A lookup of one object by name or id, as data. */
export interface LookupCase {
    name: string;
    get: Get;
    /** The lookup of all of them, where there is one. */
    all?: { name: string; get: Get; property: string };
    idArgument: string;
    what: string;
    collection: string;
    /** What both lookups are told besides. */
    also?: object;
    /** PingOne's object, without id and name. */
    object: Body;
    /** What the lookup makes of it, besides id and name. */
    result: object;
}

const reference = (digit: number) => `00000000-0000-4000-8000-1000000000${digit}0`;

const certificate = {
    usageType: "SIGNING",
    algorithm: "RSA",
    keyLength: 2048,
    signatureAlgorithm: "SHA256withRSA",
    status: "VALID",
    default: true,
    subjectDN: "CN=orders",
    issuerDN: "CN=orders",
    startsAt: "2026-01-01T00:00:00.000Z",
    expiresAt: "2027-01-01T00:00:00.000Z",
};
const certificateAtPingOne = {
    ...certificate,
    serialNumber: 1,
    validityPeriod: 365,
    organization: { id: reference(0) },
};

const role = { description: "Reads", applicableTo: ["ENVIRONMENT"], permissionIds: ["applications:read:application"] };
const roleAtPingOne = {
    description: "Reads",
    applicableTo: ["ENVIRONMENT"],
    permissions: [{ id: "applications:read:application", classifier: "application" }, { classifier: "config" }],
};

/** Every lookup of one object. */
export const lookupCases: LookupCase[] = [
    {
        name: "getApplication",
        get: pingone.getApplication as Get,
        all: { name: "getApplications", get: pingone.getApplications as Get, property: "applications" },
        idArgument: "applicationId",
        what: "application",
        collection: "applications",
        object: { type: "WEB_APP", protocol: "SAML", enabled: true, clientId: "c", spEntityId: "sp", acsUrls: ["a"] },
        result: { type: "WEB_APP", protocol: "SAML", enabled: true, clientId: "c", spEntityId: "sp", acsUrls: ["a"] },
    },
    {
        name: "getResource",
        get: pingone.getResource as Get,
        all: { name: "getResources", get: pingone.getResources as Get, property: "resources" },
        idArgument: "resourceId",
        what: "resource",
        collection: "resources",
        object: {
            type: "CUSTOM",
            audience: "a",
            applicationPermissionsSettings: { claimEnabled: true },
            clientSecret: "s",
        },
        result: { type: "CUSTOM", audience: "a", applicationPermissionsSettings: { claimEnabled: true } },
    },
    {
        name: "getEnvironment",
        get: pingone.getEnvironment as Get,
        all: { name: "getEnvironments", get: pingone.getEnvironments as Get, property: "environments" },
        idArgument: "environmentId",
        what: "environment",
        collection: "/environments",
        object: {
            type: "SANDBOX",
            region: "EU",
            status: "ACTIVE",
            organization: { id: reference(1) },
            license: { id: reference(2), name: "Trial" },
        },
        result: {
            type: "SANDBOX",
            region: "EU",
            status: "ACTIVE",
            organizationId: reference(1),
            licenseId: reference(2),
        },
    },
    {
        name: "getRole",
        get: pingone.getRole as Get,
        all: { name: "getRoles", get: pingone.getRoles as Get, property: "roles" },
        idArgument: "roleId",
        what: "role",
        collection: "/roles",
        object: roleAtPingOne,
        result: role,
    },
    {
        name: "getRole",
        get: pingone.getRole as Get,
        all: { name: "getRoles", get: pingone.getRoles as Get, property: "roles" },
        idArgument: "roleId",
        what: "custom role",
        collection: "roles",
        also: { type: "CUSTOM" },
        object: { ...roleAtPingOne, type: "CUSTOM" },
        result: role,
    },
    {
        name: "getSignOnPolicy",
        get: pingone.getSignOnPolicy as Get,
        idArgument: "signOnPolicyId",
        what: "sign-on policy",
        collection: "signOnPolicies",
        object: { description: "Password", default: "false" },
        result: { description: "Password", default: false },
    },
    {
        name: "getFlowPolicy",
        get: pingone.getFlowPolicy as Get,
        idArgument: "flowPolicyId",
        what: "flow policy",
        collection: "flowPolicies",
        object: { enabled: true, application: { id: "a1", name: "DaVinci" }, trigger: { type: "AUTHENTICATION" } },
        result: { enabled: true, applicationId: "a1", applicationName: "DaVinci", triggerType: "AUTHENTICATION" },
    },
    {
        name: "getPopulation",
        get: pingone.getPopulation as Get,
        idArgument: "populationId",
        what: "population",
        collection: "populations",
        object: {
            description: "All",
            default: true,
            preferredLanguage: "en",
            alternativeIdentifiers: ["phone"],
            passwordPolicy: { id: reference(3) },
            theme: { id: reference(4) },
            userCount: 0,
            createdAt: "2026-01-01T00:00:00.000Z",
        },
        result: {
            description: "All",
            default: true,
            preferredLanguage: "en",
            alternativeIdentifiers: ["phone"],
            passwordPolicyId: reference(3),
            themeId: reference(4),
            userCount: 0,
        },
    },
    {
        name: "getGroup",
        get: pingone.getGroup as Get,
        all: { name: "getGroups", get: pingone.getGroups as Get, property: "groups" },
        idArgument: "groupId",
        what: "group",
        collection: "groups",
        object: {
            externalId: "x",
            userFilter: 'title eq "Manager"',
            customData: { owner: { name: "Tom" } },
            population: { id: reference(5) },
            description: null,
        },
        result: {
            externalId: "x",
            userFilter: 'title eq "Manager"',
            customData: { owner: { name: "Tom" } },
            populationId: reference(5),
        },
    },
    {
        name: "getKey",
        get: pingone.getKey as Get,
        idArgument: "keyId",
        what: "key",
        collection: "keys",
        object: certificateAtPingOne,
        result: certificate,
    },
    {
        name: "getCertificate",
        get: pingone.getCertificate as Get,
        idArgument: "certificateId",
        what: "certificate",
        collection: "certificates",
        object: certificateAtPingOne,
        result: certificate,
    },
    {
        name: "getGateway",
        get: pingone.getGateway as Get,
        idArgument: "gatewayId",
        what: "gateway",
        collection: "gateways",
        object: {
            type: "LDAP",
            enabled: true,
            bindPassword: "secret",
            userTypes: [{ id: reference(6), name: "Staff", searchBaseDn: "dc=example" }],
        },
        result: { type: "LDAP", enabled: true, userTypes: [{ id: reference(6), name: "Staff" }] },
    },
];
