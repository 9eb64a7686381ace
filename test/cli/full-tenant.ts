import { application } from "../../provider/applications/application/definition";
import { applicationAttributeMapping } from "../../provider/applications/application-attribute-mapping";
import { applicationFlowPolicyAssignment } from "../../provider/applications/application-flow-policy-assignment";
import { applicationPushCredential } from "../../provider/applications/application-push-credential";
import { applicationRoleAssignment } from "../../provider/applications/application-role-assignment";
import { applicationSignOnPolicyAssignment } from "../../provider/applications/application-sign-on-policy-assignment";
import { grant } from "../../provider/applications/grant";
import { systemApplication } from "../../provider/applications/system-application";
import { applicationResource } from "../../provider/authorize/application-resource";
import { applicationResourcePermission } from "../../provider/authorize/application-resource-permission";
import { applicationRole } from "../../provider/authorize/application-role";
import { applicationRolePermission } from "../../provider/authorize/application-role-permission";
import { group } from "../../provider/directory/group";
import { population } from "../../provider/directory/population";
import type { Definition } from "../../provider/lifecycle/definition";
import type { Values } from "../../provider/lifecycle/values/paths";
import { customResource } from "../../provider/resources/custom-resource";
import { openIdScope } from "../../provider/resources/open-id-scope";
import { pingOneApiScope } from "../../provider/resources/ping-one-api-scope";
import { resourceAttribute } from "../../provider/resources/resource-attribute";
import { resourceScope } from "../../provider/resources/resource-scope";
import { applicationCases } from "../provider/application-cases";
import { addGroups, builtIn, builtInScope, created, existing } from "../provider/class-case";
import type { Tenant } from "../support/tenant";

const web = { type: "WEB_APP", protocol: "OPENID_CONNECT" };
const ofUser = (attribute: string) => `\${user.${attribute}}`;

/** Fills a tenant with objects of every class, as people and other programs would. */
export async function fillTenant(tenant: Tenant): Promise<void> {
    const make = (definition: Definition, inputs: Values) => created(tenant, definition, inputs);
    const populationId = await make(population, { name: "Customers", description: "Whoever orders" });
    const managers = await make(group, {
        name: "Managers",
        userFilter: 'title eq "Manager"',
        customData: { a: [1, { b: "c" }] },
    });
    await make(group, { name: 'Customers\' "best"\n😀', populationId });
    const api = await make(customResource, {
        name: "orders-api",
        audience: "https://orders.example.com",
        accessTokenValiditySeconds: 600,
        applicationPermissionsSettings: { claimEnabled: true },
    });
    await make(customResource, { name: "orders", description: "The same name as an application" });
    const read = await make(resourceScope, { resourceId: api, name: "orders:read", description: "See" });
    const write = await make(resourceScope, { resourceId: api, name: "orders:write" });
    await make(resourceAttribute, { resourceId: api, name: "sub", value: ofUser("username") });
    await make(resourceAttribute, { resourceId: api, name: "department", value: ofUser("department") });
    const openid = builtIn(tenant, "openid");
    const tier = await make(resourceAttribute, {
        resourceId: openid,
        name: "tier",
        value: ofUser("tier"),
        idToken: false,
    });
    const loyalty = await make(openIdScope, { name: "loyalty", mappedClaimIds: [tier] });
    await make(openIdScope, { name: "profile", mappedClaimIds: [tier] });
    await make(pingOneApiScope, { name: "p1:read:user:names", schemaAttributes: ["name.given", "name.family"] });
    const accounts = await make(applicationResource, { resourceId: api, name: "accounts" });
    const permissionId = await make(applicationResourcePermission, { applicationResourceId: accounts, action: "read" });
    const applicationRoleId = await make(applicationRole, { name: "accountant" });
    await make(applicationRolePermission, { applicationRoleId, permissionId });
    await make(systemApplication, { type: "PING_ONE_PORTAL", pkceEnforcement: "S256_REQUIRED" });

    const orders = await make(application, {
        ...web,
        name: "orders",
        redirectUris: ["https://b.example.com/", "https://a.example.com/"],
        grantTypes: ["CLIENT_CREDENTIALS", "AUTHORIZATION_CODE"],
        responseTypes: ["CODE"],
        accessControl: { group: { type: "ANY_GROUP", groupIds: [managers] } },
    });
    await make(application, { ...web, name: "Orders", enabled: false });
    await make(application, { ...web, name: "default" });
    await make(application, { ...web, name: `${"é".repeat(200)}\`\${1}\\ 😀 */` });
    const groups = addGroups(tenant.emulator);
    for (const [index, { full }] of applicationCases.entries()) {
        const { environmentId: _, devicePathId: __, mobile, ...inputs } = full(groups);
        const ids = (mobile as Values | undefined) && {
            ...(mobile as Values),
            bundleId: `b${index}`,
            packageName: `p${index}`,
            huaweiAppId: `h${index}`,
            huaweiPackageName: `hp${index}`,
        };
        await make(application, { ...inputs, name: `full ${inputs.type} ${index}`, ...(ids && { mobile: ids }) });
    }
    const worker = await make(application, { name: "Reports", type: "WORKER", protocol: "OPENID_CONNECT" });
    const wallet = await make(application, { name: "wallet", type: "NATIVE_APP", protocol: "OPENID_CONNECT" });
    const saml = await make(application, {
        name: "wiki",
        protocol: "SAML",
        type: "WEB_APP",
        acsUrls: ["https://z.example.com", "https://a.example.com"],
        assertionDuration: 60,
        spEntityId: "wiki",
        idpSigning: {
            algorithm: "SHA256withRSA",
            keyId: existing(
                tenant,
                "keys",
                tenant.emulator.objects("keys").find(({ usageType }) => usageType === "SIGNING")?.name ?? "",
            ),
        },
    });
    await make(application, {
        name: "office",
        protocol: "WS_FED",
        type: "WEB_APP",
        domainName: "example.com",
        replyUrl: "https://login.example.com",
    });
    await make(application, {
        name: "link",
        protocol: "EXTERNAL_LINK",
        type: "PORTAL_LINK_APP",
        homePageUrl: "https://example.com",
    });

    await make(grant, { applicationId: orders, resourceId: api, scopeIds: [write, read] });
    await make(grant, {
        applicationId: orders,
        resourceId: openid,
        scopeIds: [loyalty, builtInScope(tenant, "email"), builtInScope(tenant, "openid")],
    });
    await make(applicationAttributeMapping, {
        applicationId: orders,
        name: "email",
        value: ofUser("email"),
        required: true,
    });
    await make(applicationAttributeMapping, { applicationId: saml, name: "saml_subject", value: ofUser("email") });
    await make(applicationSignOnPolicyAssignment, {
        applicationId: orders,
        signOnPolicyId: existing(tenant, "signOnPolicies", "Multi_Factor"),
        priority: 1,
    });
    await make(applicationFlowPolicyAssignment, {
        applicationId: wallet,
        flowPolicyId: existing(tenant, "flowPolicies", "Emulated flow policy"),
        priority: 1,
    });
    const roleId = existing(tenant, "roles", "Identity Data Admin");
    await make(applicationRoleAssignment, {
        applicationId: worker,
        roleId,
        scope: { type: "POPULATION", id: populationId },
    });
    await make(applicationPushCredential, {
        applicationId: wallet,
        type: "FCM_HTTP_V1",
        googleServiceAccountCredentials: "{}",
    });
    await make(applicationPushCredential, {
        applicationId: wallet,
        type: "HMS",
        clientId: "huawei",
        clientSecret: "hidden",
    });
}
