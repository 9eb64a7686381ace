export * from "./api-object";
export * from "./applications/application";
export {
    ApplicationAttributeMapping,
    type ApplicationAttributeMappingArgs,
    type ApplicationAttributeMappingPlace,
} from "./applications/application-attribute-mapping";
export {
    ApplicationFlowPolicyAssignment,
    type ApplicationFlowPolicyAssignmentArgs,
    type ApplicationFlowPolicyAssignmentPlace,
} from "./applications/application-flow-policy-assignment";
export {
    type ApnsPushCredentialArgs,
    ApplicationPushCredential,
    type ApplicationPushCredentialArgs,
    type ApplicationPushCredentialPlace,
    type CommonPushCredentialArgs,
    type FcmPushCredentialArgs,
    type HmsPushCredentialArgs,
} from "./applications/application-push-credential";
export {
    ApplicationRoleAssignment,
    type ApplicationRoleAssignmentArgs,
    type ApplicationRoleAssignmentPlace,
    type ApplicationRoleAssignmentScope,
} from "./applications/application-role-assignment";
export {
    ApplicationSecret,
    type ApplicationSecretArgs,
    type ApplicationSecretPlace,
} from "./applications/application-secret";
export {
    ApplicationSignOnPolicyAssignment,
    type ApplicationSignOnPolicyAssignmentArgs,
    type ApplicationSignOnPolicyAssignmentPlace,
} from "./applications/application-sign-on-policy-assignment";
export { Grant, type GrantArgs, type GrantPlace } from "./applications/grant";
export {
    type CommonSystemApplicationArgs,
    type PortalApplicationArgs,
    type SelfServiceApplicationArgs,
    SystemApplication,
    type SystemApplicationArgs,
    type SystemApplicationPlace,
} from "./applications/system-application";
export {
    ApplicationResource,
    type ApplicationResourceArgs,
    type ApplicationResourcePlace,
} from "./authorize/application-resource";
export {
    ApplicationResourcePermission,
    type ApplicationResourcePermissionArgs,
    type ApplicationResourcePermissionPlace,
} from "./authorize/application-resource-permission";
export { ApplicationRole, type ApplicationRoleArgs, type ApplicationRolePlace } from "./authorize/application-role";
export {
    ApplicationRolePermission,
    type ApplicationRolePermissionArgs,
    type ApplicationRolePermissionPlace,
} from "./authorize/application-role-permission";
export { Group, type GroupArgs, type GroupPlace } from "./directory/group";
export { Population, type PopulationArgs, type PopulationPlace } from "./directory/population";
export { PingOneError, type PingOneErrorCode, type PingOneErrorDetail } from "./errors";
export * from "./lookups";
export {
    type ApplicationPermissionsSettings,
    CustomResource,
    type CustomResourceArgs,
    type CustomResourcePlace,
} from "./resources/custom-resource";
export { OpenIdScope, type OpenIdScopeArgs, type OpenIdScopePlace } from "./resources/open-id-scope";
export { PingOneApiScope, type PingOneApiScopeArgs, type PingOneApiScopePlace } from "./resources/ping-one-api-scope";
export {
    ResourceAttribute,
    type ResourceAttributeArgs,
    type ResourceAttributePlace,
} from "./resources/resource-attribute";
export { ResourceScope, type ResourceScopeArgs, type ResourceScopePlace } from "./resources/resource-scope";
export { ResourceSecret, type ResourceSecretArgs, type ResourceSecretPlace } from "./resources/resource-secret";
export type { RotationArgs, Secrets } from "./rotation";
export type { Where } from "./where";
