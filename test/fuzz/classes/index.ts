import { application } from "./application.js";
import { applicationRole } from "./application-role.js";
import { applicationRoleAssignment } from "./application-role-assignment.js";
import { applicationRolePermission } from "./application-role-permission.js";
import { applicationSecret } from "./application-secret.js";
import { customResource } from "./custom-resource.js";
import { grant } from "./grant.js";
import type { ItemClass } from "./item-class.js";
import { openIdScope } from "./open-id-scope.js";
import { resourceScope } from "./resource-scope.js";

/** The classes of which programs are made, each after those that it refers to. Another class is another row. */
export const classes: readonly ItemClass[] = [
    application,
    applicationRoleAssignment,
    applicationSecret,
    customResource,
    resourceScope,
    grant,
    openIdScope,
    applicationRole,
    applicationRolePermission,
];

/** The row of a class. */
export function classOf({ type }: { type: string }): ItemClass {
    const found = classes.find((known) => known.type === type);
    if (!found) throw new Error(`the fuzzer does not know the class ${type}`);
    return found;
}
