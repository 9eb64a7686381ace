export * from "./api-object";
export * from "./applications/application";
export { Grant, type GrantArgs, type GrantPlace } from "./applications/grant";
export { PingOneError, type PingOneErrorCode, type PingOneErrorDetail } from "./errors";
export * from "./lookups";
export {
    type ApplicationPermissionsSettings,
    CustomResource,
    type CustomResourceArgs,
    type CustomResourcePlace,
} from "./resources/custom-resource";
export { ResourceScope, type ResourceScopeArgs, type ResourceScopePlace } from "./resources/resource-scope";
export type { Where } from "./schemas";
