import type { Definition } from "../../provider/lifecycle/definition.js";
import { application } from "../../provider/resources/application/definition.js";
import { customResource } from "../../provider/resources/custom-resource.js";
import { grant } from "../../provider/resources/grant.js";
import { resourceScope } from "../../provider/resources/resource-scope.js";

export const definitions: readonly Definition[] = [application, customResource, resourceScope, grant];
