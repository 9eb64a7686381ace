import { type Body, builtIn, created, example, type Session, webApp } from "./client";

/** Objects that an example's request and path name, by the placeholder. */
export type Ids = Record<string, string>;

/** One recorded example: a request that the emulator must accept, and answer in the recorded form. */
export interface Recorded {
    file: string;
    /** Which of the requests in the file it is, where there are several. */
    part?: string;
    /** Makes what the request names. */
    given?: (session: Session) => Promise<Ids>;
    /** The collection, or for a PUT the object. */
    path: string;
    /** Properties that the recording is too old for, or that its source left out. */
    more?: string[];
    /** Whether the recording has `_links`. */
    linked?: false;
    /** Needs what the emulator otherwise has for reading only. */
    others?: true;
}

/** An id of something that every environment has from the start. */
export const stocked = ({ emulator }: Session, collection: string, fits: (object: Body) => boolean = () => true) =>
    emulator.objects(collection).find(fits)?.id ?? "";

export const app = async (session: Session, more: object = {}): Promise<Ids> => ({
    appID: (await created(session, "/applications", webApp(more))).id,
});
const saml = (session: Session) =>
    created(session, "/applications", {
        ...fill(example("application_saml_request").request, { keyID: signingKey(session) }),
        spEntityId: "test",
    });
const signingKey = (session: Session) => stocked(session, "keys", ({ usageType }) => usageType === "SIGNING");
export const customResource = async (session: Session): Promise<Ids> => ({
    resourceID: (await created(session, "/resources", { name: "orders" })).id,
});
const applicationResource = async (session: Session): Promise<Ids> => {
    const { resourceID } = await customResource(session);
    const { id } = await created(session, `/resources/${resourceID}/applicationResources`, { name: "accounts" });
    return { appResourceID: id };
};
const flow = (session: Session) => ({ flowPolicyID: stocked(session, "flowPolicies") });
const policy = (session: Session) => ({ passwordPolicyID: stocked(session, "passwordPolicies") });

/** Requests that create or change objects. */
export const cases: readonly Recorded[] = [
    ...[
        "device_custom_app",
        "external_link",
        "service",
        "spa_implicit",
        "spa_pkce",
        "worker_client_credentials",
        "worker_interactive",
        "worker_pkce_mcp",
        "wsfed_create",
    ].map((name): Recorded => ({ file: `application_${name}_request`, path: "/applications" })),
    ...["saml", "wsfed"].map(
        (name): Recorded => ({
            file: `application_${name}_request`,
            path: "/applications",
            given: async (session) => ({ keyID: signingKey(session) }),
        }),
    ),
    ...["APNS", "FCM_HTTP_V1", "HMS"].map(
        (part): Recorded => ({
            file: "push_credentials_requests",
            part,
            path: "/applications/{{appID}}/pushCredentials",
            given: (session) => app(session, { type: "NATIVE_APP" }),
        }),
    ),
    { file: "application_native_app_201", path: "/applications" },
    { file: "application_web_app_201", path: "/applications" },
    {
        file: "application_saml_update_request",
        path: "/applications/{{appID}}",
        given: async (session) => ({ appID: (await saml(session)).id }),
    },
    {
        // An answer of 2019: what came since belongs to OpenID Connect, so an application of SAML still answers so.
        file: "attribute_mapping_create_201",
        path: "/applications/{{appID}}/attributes",
        given: async (session) => ({ appID: (await saml(session)).id }),
    },
    {
        file: "flow_policy_assignment_create_201",
        path: "/applications/{{appID}}/flowPolicyAssignments",
        given: async (session) => ({ ...(await app(session)), ...flow(session) }),
    },
    {
        file: "flow_policy_assignment_update_200",
        path: "/applications/{{appID}}/flowPolicyAssignments/{{assignmentID}}",
        given: async (session) => {
            const ids: Ids = { ...(await app(session)), ...flow(session) };
            const body = { priority: 1, flowPolicy: { id: ids.flowPolicyID } };
            const { id } = await created(session, `/applications/${ids.appID}/flowPolicyAssignments`, body);
            return { ...ids, assignmentID: id };
        },
    },
    {
        file: "sign_on_policy_assignment_201",
        path: "/applications/{{appID}}/signOnPolicyAssignments",
        given: async (session) => ({ ...(await app(session)), signOnPolicyID: stocked(session, "signOnPolicies") }),
        linked: false,
    },
    {
        file: "sign_on_policy_assignment_update_request",
        path: "/applications/{{appID}}/signOnPolicyAssignments/{{assignmentID}}",
        given: async (session) => {
            const ids: Ids = { ...(await app(session)), policyID: stocked(session, "signOnPolicies") };
            const body = { priority: 1, signOnPolicy: { id: ids.policyID } };
            const { id } = await created(session, `/applications/${ids.appID}/signOnPolicyAssignments`, body);
            return { ...ids, assignmentID: id };
        },
    },
    ...(["application_role_assignment_request", "role_assignment_201"] as const).map(
        (file): Recorded => ({
            file,
            path: "/applications/{{appID}}/roleAssignments",
            given: async (session) => {
                const organization = stocked(session, "organizations");
                const roleID = stocked(session, "roles", ({ name }) => name === "Environment Admin");
                return { ...(await app(session)), roleID, orgID: organization, organizationID: organization };
            },
            linked: false,
        }),
    ),
    ...(["apns_create_request", "fcm_http_v1_create_request", "hms_create_201"] as const).map(
        (name): Recorded => ({
            file: `push_credential_${name}`,
            path: "/applications/{{appID}}/pushCredentials",
            given: (session) => app(session, { type: "NATIVE_APP" }),
        }),
    ),
    {
        file: "push_credential_apns_update_200",
        path: "/applications/{{appID}}/pushCredentials/{{pushCredID}}",
        given: async (session) => {
            const { appID = "" } = await app(session, { type: "NATIVE_APP" });
            const { request } = example("push_credential_apns_create_request");
            const { id } = await created(session, `/applications/${appID}/pushCredentials`, request);
            return { appID, pushCredID: id };
        },
    },
    { file: "resource_create_201", path: "/resources" },
    {
        file: "resource_attribute_create_201",
        path: "/resources/{{resourceID}}/attributes",
        given: customResource,
        linked: false,
    },
    { file: "scope_custom_create_201", path: "/resources/{{resourceID}}/scopes", given: customResource },
    {
        file: "scope_custom_update_request",
        path: "/resources/{{resourceID}}/scopes/{{scopeID}}",
        given: async (session) => {
            const { resourceID = "" } = await customResource(session);
            const { id } = await created(session, `/resources/${resourceID}/scopes`, { name: "read" });
            return { resourceID, scopeID: id };
        },
    },
    {
        file: "scope_openid_create_201",
        path: "/resources/{{resourceID}}/scopes",
        given: async (session) => ({
            resourceID: builtIn(session, "openid"),
            resourceAttrID: stocked(session, "resources/attributes"),
        }),
    },
    {
        file: "scope_pingone_api_create_201",
        path: "/resources/{{resourceID}}/scopes",
        given: async (session) => ({ resourceID: builtIn(session, "PingOne API") }),
        linked: false,
    },
    {
        file: "scope_pingone_api_update_request",
        path: "/resources/{{resourceID}}/scopes/{{scopeID}}",
        given: async (session) => ({
            resourceID: builtIn(session, "PingOne API"),
            scopeID: stocked(session, "scopes", ({ name }) => name === "p1:update:user"),
        }),
    },
    {
        file: "application_resource_create_request",
        path: "/resources/{{resourceID}}/applicationResources",
        given: customResource,
    },
    {
        file: "application_resource_permission_create_request",
        path: "/applicationResources/{{appResourceID}}/permissions",
        given: applicationResource,
    },
    { file: "application_role_create_request", path: "/applicationRoles" },
    {
        file: "application_role_permission_create_200",
        path: "/applicationRoles/{{appRoleID}}/permissions",
        given: async (session) => {
            const { appResourceID } = await applicationResource(session);
            const permission = { action: "read", description: "List documents" };
            const path = `/applicationResources/${appResourceID}/permissions`;
            return {
                appResourcePermissionID: (await created(session, path, permission)).id,
                appRoleID: (await created(session, "/applicationRoles", { name: "clerk" })).id,
            };
        },
    },
    {
        file: "custom_role_create_request",
        path: "/roles",
        given: async (session) => ({ envAdmRole: stocked(session, "roles") }),
    },
    { file: "group_create_request", path: "/groups" },
    { file: "population_create_201", path: "/populations" },
    {
        file: "population_create_password_policy_201",
        path: "/populations",
        given: async (session) => policy(session),
        more: ["preferredLanguage", "theme"],
    },
    {
        file: "population_update_200",
        path: "/populations/{{popID}}",
        given: async (session) => ({
            ...policy(session),
            popID: (await created(session, "/populations", { name: "Sales" })).id,
        }),
        more: ["preferredLanguage", "theme"],
    },
    { file: "sign_on_policy_create_201", path: "/signOnPolicies", others: true },
    ...["identifier_first", "login"].map(
        (name): Recorded => ({
            file: `sign_on_action_${name}_request`,
            path: "/signOnPolicies/{{policyID}}/actions",
            given: async (session) => ({ policyID: stocked(session, "signOnPolicies") }),
            others: true,
        }),
    ),
    {
        file: "schema_attribute_create_request",
        path: "/schemas/{{schemaID}}/attributes",
        given: async (session) => ({ schemaID: stocked(session, "schemas") }),
        others: true,
    },
    {
        file: "application_secret_rotate_200",
        path: "/applications/{{appID}}/secret",
        given: async (session) => ({ ...(await app(session)), ...tomorrow }),
    },
    {
        file: "resource_secret_rotate_200",
        path: "/resources/{{resourceID}}/secret",
        given: async (session) => ({ ...(await customResource(session)), ...tomorrow }),
    },
];

/** The time in recorded rotations has passed long since. */
export const tomorrow: Ids = { "2024-01-02T13:54:34.487Z": new Date(Date.now() + 24 * 3600_000).toISOString() };

/** The value with its placeholders, or other texts, replaced. */
export function fill(value: Body, ids: Ids): Body {
    let text = JSON.stringify(value);
    for (const [name, id] of Object.entries(ids)) text = text.replaceAll(name.includes(":") ? name : `{{${name}}}`, id);
    return JSON.parse(text.replace(/\{\{\W*(\w+)\}\}/g, "$1"));
}
