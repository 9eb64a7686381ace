import * as pulumi from "@pulumi/pulumi";
import * as pingone from "../../../provider/index.js";
import { applications } from "./applications";

const config = new pulumi.Config();
const environmentId = config.require("environmentId");
const described = { description: "One of each", environmentId };

const population = new pingone.Population("customers", {
    ...described,
    name: "Customers",
    default: false,
    alternativeIdentifiers: ["clients"],
    passwordPolicyId: config.require("passwordPolicyId"),
    preferredLanguage: "fr",
    themeId: config.require("themeId"),
});
const group = new pingone.Group("managers", {
    ...described,
    name: "Managers",
    externalId: "cn=managers",
    customData: { owner: { name: "Ada", phone: 42 }, floors: [3, 1], secure: true },
    userFilter: 'title eq "Manager"',
    populationId: population.id,
});
const { web, native, worker, saml } = applications(group);

const api = new pingone.CustomResource("orders", {
    ...described,
    name: "Orders",
    audience: "https://orders.example.com",
    accessTokenValiditySeconds: 600,
    introspectEndpointAuthMethod: "CLIENT_SECRET_POST",
    applicationPermissionsSettings: { claimEnabled: true },
});
const read = new pingone.ResourceScope("read", { ...described, resourceId: api.id, name: "orders:read" });
const openid = pingone.getResourceOutput({ name: "openid" });
const tier = new pingone.ResourceAttribute("tier", {
    resourceId: openid.id,
    name: "tier",
    value: "gold",
    idToken: true,
    userInfo: false,
    environmentId,
});
const loyalty = new pingone.OpenIdScope("loyalty", { ...described, name: "loyalty", mappedClaims: [tier] });
new pingone.OpenIdScope("email", { name: "email", mappedClaims: [tier] });
new pingone.PingOneApiScope("basic", { ...described, name: "p1:read:user:basic", schemaAttributes: ["name.given"] });
new pingone.Grant("web-reads", { applicationId: web.id, resourceId: api.id, scopes: [read], environmentId });
const claims = new pingone.Grant("claims", {
    applicationId: web.id,
    resourceId: openid.id,
    scopes: [loyalty],
});

new pingone.ApplicationAttributeMapping(
    "mapping",
    {
        applicationId: web.id,
        name: "tier",
        value: "gold",
        required: true,
        idToken: true,
        userInfo: false,
        oidcScopes: [loyalty],
        environmentId,
    },
    { dependsOn: claims },
);
new pingone.ApplicationAttributeMapping("subject", {
    applicationId: saml.id,
    name: "saml_subject",
    value: "the user's name",
    nameFormat: "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
    required: true,
});
const rotation = { rotateWhen: { month: "2026-07" }, previousSecretExpiresInMinutes: 60, environmentId };
new pingone.ApplicationSecret("secret-of-web", { applicationId: web.id, ...rotation });
new pingone.ResourceSecret("secret-of-orders", { resourceId: api.id, ...rotation });
new pingone.ApplicationSignOnPolicyAssignment("signs-on", {
    applicationId: web.id,
    signOnPolicyId: pingone.getSignOnPolicyOutput({ name: "Single_Factor" }).id,
    priority: 1,
    environmentId,
});
new pingone.ApplicationFlowPolicyAssignment("flows", {
    applicationId: web.id,
    flowPolicyId: pingone.getFlowPolicyOutput({ name: "Emulated flow policy" }).id,
    priority: 2,
    environmentId,
});
new pingone.ApplicationRoleAssignment("role", {
    applicationId: worker.id,
    roleId: pingone.getRoleOutput({ name: "Identity Data Read Only" }).id,
    scope: { type: "ENVIRONMENT", id: environmentId },
    environmentId,
});
const push = { applicationId: native.id, environmentId };
new pingone.ApplicationPushCredential("apple", { ...push, type: "APNS", key: "a key", teamId: "us", token: "secret" });
new pingone.ApplicationPushCredential("google", {
    ...push,
    type: "FCM_HTTP_V1",
    googleServiceAccountCredentials: '{"project_id":"one"}',
});
new pingone.ApplicationPushCredential("huawei", { ...push, type: "HMS", clientId: "1", clientSecret: "secret" });

const accounts = new pingone.ApplicationResource("accounts", { ...described, resourceId: api.id, name: "accounts" });
const permission = new pingone.ApplicationResourcePermission("see", {
    ...described,
    applicationResourceId: accounts.id,
    action: "read",
});
const clerk = new pingone.ApplicationRole("clerk", { ...described, name: "clerk" });
new pingone.ApplicationRolePermission("clerk-sees", {
    applicationRoleId: clerk.id,
    permissionId: permission.id,
    environmentId,
});
new pingone.ApiObject("webhook", {
    collection: "subscriptions",
    body: { name: "audit", enabled: true, format: "ACTIVITY" },
    environmentId,
});
new pingone.ApiObject("branding", { path: "brandingSettings", body: { companyName: "Orders" } });
