import { apiObjectBeside } from "./api-object/definition";
import { application } from "./applications/application/definition";
import { applicationAttributeMapping } from "./applications/application-attribute-mapping";
import { applicationFlowPolicyAssignment } from "./applications/application-flow-policy-assignment";
import { applicationPushCredential } from "./applications/application-push-credential";
import { applicationRoleAssignment } from "./applications/application-role-assignment";
import { applicationSecret } from "./applications/application-secret";
import { applicationSignOnPolicyAssignment } from "./applications/application-sign-on-policy-assignment";
import { grant } from "./applications/grant";
import { systemApplication } from "./applications/system-application";
import { applicationResource } from "./authorize/application-resource";
import { applicationResourcePermission } from "./authorize/application-resource-permission";
import { applicationRole } from "./authorize/application-role";
import { applicationRolePermission } from "./authorize/application-role-permission";
import { group } from "./directory/group";
import { population } from "./directory/population";
import type { Definition } from "./lifecycle/definition";
import { customResource } from "./resources/custom-resource";
import { openIdScope } from "./resources/open-id-scope";
import { pingOneApiScope } from "./resources/ping-one-api-scope";
import { resourceAttribute } from "./resources/resource-attribute";
import { resourceScope } from "./resources/resource-scope";
import { resourceSecret } from "./resources/resource-secret";

/** The classes of PingOne objects that this package knows by name. */
export const classes: readonly Definition[] = [
    application,
    applicationAttributeMapping,
    applicationFlowPolicyAssignment,
    applicationPushCredential,
    applicationRoleAssignment,
    applicationSecret,
    applicationSignOnPolicyAssignment,
    grant,
    systemApplication,
    applicationResource,
    applicationResourcePermission,
    applicationRole,
    applicationRolePermission,
    group,
    population,
    customResource,
    openIdScope,
    pingOneApiScope,
    resourceAttribute,
    resourceScope,
    resourceSecret,
];

/** All classes: those, and the one for all other objects. */
export const definitions: readonly Definition[] = [...classes, apiObjectBeside(classes)];
