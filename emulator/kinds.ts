import { application } from "./applications/application";
import { applicationAttributeMapping } from "./applications/application-attribute-mapping";
import { applicationFlowPolicyAssignment } from "./applications/application-flow-policy-assignment";
import { applicationMetadata } from "./applications/application-metadata";
import { applicationPushCredential } from "./applications/application-push-credential";
import { applicationRoleAssignment } from "./applications/application-role-assignment";
import { applicationSignOnPolicyAssignment } from "./applications/application-sign-on-policy-assignment";
import { grant } from "./applications/grant";
import { applicationResource } from "./authorize/application-resource";
import { applicationResourcePermission } from "./authorize/application-resource-permission";
import { applicationRole } from "./authorize/application-role";
import { applicationRolePermission } from "./authorize/application-role-permission";
import { environment } from "./directory/environment";
import { group } from "./directory/group";
import { population } from "./directory/population";
import type { Kind } from "./notation/kind";
import { resource } from "./resources/resource";
import { resourceAttribute } from "./resources/resource-attribute";
import { scope } from "./resources/scope";
import { gateway, schema, schemaAttribute } from "./stock/directory";
import { certificate, key, keyRotationPolicy } from "./stock/keys";
import { license, organization } from "./stock/organization";
import { flowPolicy, passwordPolicy, signOnPolicy, signOnPolicyAction, theme } from "./stock/policies";
import { customRole, role } from "./stock/roles";

/** Every kind of object that the emulator has: what others need to exist comes before them. */
export const kinds: readonly Kind[] = [
    organization,
    license,
    role,
    environment,
    customRole,
    keyRotationPolicy,
    key,
    certificate,
    gateway,
    theme,
    passwordPolicy,
    signOnPolicy,
    signOnPolicyAction,
    flowPolicy,
    schema,
    schemaAttribute,
    population,
    group,
    resource,
    resourceAttribute,
    scope,
    applicationResource,
    applicationResourcePermission,
    applicationRole,
    applicationRolePermission,
    application,
    applicationAttributeMapping,
    applicationMetadata,
    grant,
    applicationSignOnPolicyAssignment,
    applicationFlowPolicyAssignment,
    applicationRoleAssignment,
    applicationPushCredential,
];
