export * from "./api-object";
export * from "./applications/application";
export {
    ApplicationAttributeMapping,
    type ApplicationAttributeMappingArgs,
    type ApplicationAttributeMappingPlace,
} from "./applications/application-attribute-mapping";
export {
    ApplicationSecret,
    type ApplicationSecretArgs,
    type ApplicationSecretPlace,
} from "./applications/application-secret";
export { Grant, type GrantArgs, type GrantPlace } from "./applications/grant";
export {
    type CommonSystemApplicationArgs,
    type PortalApplicationArgs,
    type SelfServiceApplicationArgs,
    SystemApplication,
    type SystemApplicationArgs,
    type SystemApplicationPlace,
} from "./applications/system-application";
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
export type { Where } from "./schemas";
export type { RotationArgs, Secrets } from "./secrets";
