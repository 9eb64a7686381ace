import { type Body, builtIn, created, type Session, webApp } from "./client";

/** One kind of object that requests create, as data. */
export interface Sample {
    title: string;
    /** The collection, made with all that it is under. */
    path: (session: Session) => Promise<string>;
    /** The least that a request can say. */
    minimal: (session: Session) => object;
    /** What a request can say besides. */
    more: (session: Session) => object;
    /** Properties that answers do not show. */
    hidden?: string[];
    /** Names of methods that objects do not have. */
    without?: ("GET" | "PUT")[];
    /** The status of the answer to a POST. */
    created?: number;
}

/** The id of something that every environment has from the start. */
export const stocked = ({ emulator }: Session, collection: string, more: object = {}): string =>
    emulator.objects(collection).find((object) => Object.entries(more).every(([name, value]) => object[name] === value))
        ?.id ?? "";

const reference = (id: string) => ({ id });
const key = (session: Session, usageType: string) => reference(stocked(session, "keys", { usageType }));
const certificate = (session: Session, usageType: string) => reference(stocked(session, "certificates", { usageType }));
const at = async (path: string) => path;

const idOf = async (session: Session, path: string, body: object) => (await created(session, path, body)).id;
const underApplication =
    (segment: string, more: object = {}) =>
    async (session: Session) =>
        `/applications/${await idOf(session, "/applications", webApp(more))}/${segment}`;
const underResource = (segment: string) => async (session: Session) =>
    `/resources/${await idOf(session, "/resources", { name: "orders" })}/${segment}`;
const permissions = async (session: Session) => {
    const accounts = await idOf(session, await underResource("applicationResources")(session), { name: "accounts" });
    return `/applicationResources/${accounts}/permissions`;
};

const base = {
    description: "Where customers order",
    enabled: true,
    hiddenFromAppPortal: true,
    loginPageUrl: "https://orders.example.com/login",
    icon: { id: "00000000-0000-4000-8000-000000000001", href: "https://orders.example.com/icon.png" },
};
const cors = { behavior: "ALLOW_SPECIFIC_ORIGINS", origins: ["https://orders.example.com"] };

export const saml = (more: object = {}): Record<string, unknown> => ({
    name: "Orders",
    type: "WEB_APP",
    protocol: "SAML",
    acsUrls: ["https://orders.example.com/acs", "https://a.example.com/acs"],
    assertionDuration: 60,
    spEntityId: "urn:orders",
    ...more,
});
export const wsFed = (more: object = {}): Record<string, unknown> => ({
    name: "Orders",
    type: "WEB_APP",
    protocol: "WS_FED",
    domainName: "orders.example.com",
    replyUrl: "https://orders.example.com/reply",
    ...more,
});
export const link = (more: object = {}): Record<string, unknown> => ({
    name: "Orders",
    type: "PORTAL_LINK_APP",
    protocol: "EXTERNAL_LINK",
    homePageUrl: "https://orders.example.com",
    ...more,
});

const applications: Sample[] = [
    {
        title: "applications of SAML",
        path: () => at("/applications"),
        minimal: () => saml(),
        more: (session) => ({
            ...base,
            homePageUrl: "https://orders.example.com",
            assertionSigned: false,
            responseSigned: true,
            corsSettings: cors,
            defaultTargetUrl: "https://orders.example.com/target",
            enableAlwaysAcceptAcsUrlInSignedAuthnRequest: true,
            enableRequestedAuthnContext: true,
            idpSigning: { key: key(session, "SIGNING"), algorithm: "SHA512withRSA" },
            nameIdFormat: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
            sessionNotOnOrAfterDuration: 60,
            sloBinding: "HTTP_REDIRECT",
            sloEndpoint: "https://orders.example.com/slo",
            sloResponseEndpoint: "https://orders.example.com/slo-response",
            sloWindow: 24,
            spEncryption: { algorithm: "AES_256", certificate: certificate(session, "ENCRYPTION") },
            spVerification: { authnRequestSigned: true, certificates: [certificate(session, "SIGNING")] },
            virtualServerIdSettings: {
                enabled: true,
                virtualServerIds: [
                    { vsId: "urn:one", default: true },
                    { vsId: "urn:two", default: false },
                ],
            },
        }),
    },
    {
        title: "applications of WS-Fed",
        path: () => at("/applications"),
        minimal: () => wsFed(),
        more: (session) => ({
            ...base,
            homePageUrl: "https://orders.example.com",
            idpSigning: { key: key(session, "SIGNING"), algorithm: "SHA384withRSA" },
            assertionDuration: 3932100,
            audienceRestriction: "urn:orders",
            corsSettings: cors,
            kerberos: { gateways: [ldapGateway(session)] },
            sloEndpoint: "https://orders.example.com/slo",
            subjectNameIdentifierFormat: "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
            wsTrustVersion: "1.3",
            useMex13: true,
        }),
    },
    {
        title: "external links",
        path: () => at("/applications"),
        minimal: () => link(),
        more: (session) => ({
            ...base,
            externalId: "orders",
            accessControl: { group: { type: "ANY_GROUP", groups: [reference(aGroup(session))] } },
        }),
    },
];

export const ldapGateway = (session: Session): Body => {
    const gateway = session.emulator.objects("gateways")[0] as Body;
    return { id: gateway.id, type: "LDAP", userType: { id: gateway.userTypes[0].id } };
};

const aGroup = ({ emulator }: Session) => emulator.add("groups", { name: "staff" }).id;

/** Every kind of object that requests create, grants and applications of OpenID Connect left out. */
export const samples: readonly Sample[] = [
    ...applications,
    {
        title: "attribute mappings of OpenID Connect",
        path: underApplication("attributes"),
        minimal: () => ({ name: "email", value: "mail" }),
        more: (session) => ({
            required: true,
            idToken: false,
            oidcScopes: [stocked(session, "scopes", { name: "openid" })],
        }),
    },
    {
        title: "attribute mappings of SAML",
        path: async (session) => `/applications/${await idOf(session, "/applications", saml())}/attributes`,
        minimal: () => ({ name: "email", value: "mail" }),
        more: () => ({ required: true, nameFormat: "urn:oasis:names:tc:SAML:2.0:attrname-format:uri" }),
    },
    {
        title: "sign-on policy assignments",
        path: underApplication("signOnPolicyAssignments"),
        minimal: (session) => ({ signOnPolicy: reference(stocked(session, "signOnPolicies")), priority: 1 }),
        more: () => ({ priority: 2 }),
    },
    {
        title: "flow policy assignments",
        path: underApplication("flowPolicyAssignments"),
        minimal: (session) => ({ flowPolicy: reference(stocked(session, "flowPolicies")), priority: 1 }),
        more: (session) => ({ flowPolicy: reference(session.emulator.add("flowPolicies", { name: "other" }).id) }),
    },
    {
        title: "role assignments",
        path: underApplication("roleAssignments"),
        minimal: (session) => ({
            role: reference(stocked(session, "roles", { name: "Environment Admin" })),
            scope: { type: "ENVIRONMENT", id: session.emulator.environmentId },
        }),
        more: () => ({}),
        without: ["PUT"],
    },
    ...[
        { type: "APNS", key: "k", teamId: "t", token: "p8" },
        { type: "FCM_HTTP_V1", googleServiceAccountCredentials: "{}" },
        { type: "HMS", clientId: "c", clientSecret: "s" },
    ].map(
        (body): Sample => ({
            title: `push credentials of type ${body.type}`,
            path: underApplication("pushCredentials", { type: "NATIVE_APP" }),
            minimal: () => body,
            more: () => ({}),
            hidden: ["key", "teamId", "token", "googleServiceAccountCredentials", "clientSecret"],
        }),
    ),
    {
        title: "resources",
        path: () => at("/resources"),
        minimal: () => ({ name: "orders" }),
        more: () => ({ description: "d", audience: "https://orders.example.com", accessTokenValiditySeconds: 300 }),
    },
    {
        title: "scopes of a resource",
        path: underResource("scopes"),
        minimal: () => ({ name: "orders:read" }),
        more: () => ({ description: "d" }),
    },
    {
        title: "scopes of openid",
        path: async (session) => `/resources/${builtIn(session, "openid")}/scopes`,
        minimal: () => ({ name: "loyalty" }),
        more: (session) => ({ description: "d", mappedClaims: [stocked(session, "resources/attributes")] }),
    },
    {
        title: "scopes of the PingOne API",
        path: async (session) => `/resources/${builtIn(session, "PingOne API")}/scopes`,
        minimal: () => ({ name: "p1:read:user:basic" }),
        more: () => ({ description: "d", schemaAttributes: ["email"] }),
    },
    {
        title: "attributes of a resource",
        path: underResource("attributes"),
        minimal: () => ({ name: "department", value: "sales" }),
        more: () => ({ value: "other" }),
    },
    {
        title: "attributes of openid",
        path: async (session) => `/resources/${builtIn(session, "openid")}/attributes`,
        minimal: () => ({ name: "department", value: "sales" }),
        more: () => ({ userInfo: false }),
    },
    {
        title: "application resources",
        path: underResource("applicationResources"),
        minimal: () => ({ name: "accounts" }),
        more: () => ({ description: "d" }),
    },
    {
        title: "permissions",
        path: permissions,
        minimal: () => ({ action: "read" }),
        more: () => ({ description: "d" }),
    },
    {
        title: "application roles",
        path: () => at("/applicationRoles"),
        minimal: () => ({ name: "Clerk" }),
        more: () => ({ description: "d" }),
    },
    {
        title: "permissions of a role",
        path: async (session) =>
            `/applicationRoles/${await idOf(session, "/applicationRoles", { name: "a" })}/permissions`,
        minimal: (session) => {
            const resource = session.emulator.add("resources", { name: "bills", type: "CUSTOM" });
            const accounts = session.emulator.add("applicationResources", { name: "bills" }, { parentId: resource.id });
            const place = { parentId: accounts.id };
            return { id: session.emulator.add("applicationResources/permissions", { action: "read" }, place).id };
        },
        more: () => ({}),
        without: ["GET", "PUT"],
        created: 200,
    },
    {
        title: "populations",
        path: () => at("/populations"),
        minimal: () => ({ name: "Customers" }),
        more: (session) => ({
            description: "d",
            alternativeIdentifiers: ["c"],
            preferredLanguage: "de",
            passwordPolicy: reference(stocked(session, "passwordPolicies")),
            theme: reference(session.emulator.add("themes", { template: "split" }).id),
        }),
    },
    {
        title: "groups",
        path: () => at("/groups"),
        minimal: () => ({ name: "Managers" }),
        more: () => ({
            description: "d",
            externalId: "m",
            customData: { deep: { list: [1, { two: null }] } },
            userFilter: 'title eq "Manager"',
        }),
    },
    {
        title: "custom roles",
        path: () => at("/roles"),
        minimal: (session) => ({
            name: "Reader",
            permissions: [{ id: "applications:read:application" }],
            canBeAssignedBy: [reference(stocked(session, "roles"))],
        }),
        more: () => ({ description: "d", applicableTo: ["ENVIRONMENT"] }),
    },
];
