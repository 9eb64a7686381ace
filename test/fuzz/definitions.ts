import { application } from "../../provider/applications/application/definition.js";
import { grant } from "../../provider/applications/grant.js";
import type { Definition } from "../../provider/lifecycle/definition.js";
import { customResource } from "../../provider/resources/custom-resource.js";
import { resourceScope } from "../../provider/resources/resource-scope.js";

export const definitions: readonly Definition[] = [application, customResource, resourceScope, grant];
