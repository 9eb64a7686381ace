export { PingOneError, type PingOneErrorCode, type PingOneErrorDetail } from "./errors";
export * from "./lookups";
export * from "./resources/application";
export {
    type ApplicationPermissionsSettings,
    CustomResource,
    type CustomResourceArgs,
    type CustomResourcePlace,
} from "./resources/custom-resource";
export { Grant, type GrantArgs, type GrantPlace } from "./resources/grant";
export { ResourceScope, type ResourceScopeArgs, type ResourceScopePlace } from "./resources/resource-scope";
