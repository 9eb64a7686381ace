import { type dynamic, log, runtime } from "@pulumi/pulumi";
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
import { Deployment } from "./lifecycle/deployment";
import { toProvider } from "./lifecycle/provider";
import { customResource } from "./resources/custom-resource";
import { openIdScope } from "./resources/open-id-scope";
import { pingOneApiScope } from "./resources/ping-one-api-scope";
import { resourceAttribute } from "./resources/resource-attribute";
import { resourceScope } from "./resources/resource-scope";
import { resourceSecret } from "./resources/resource-secret";

const classes = [
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
const definitions = [...classes, apiObjectBeside(classes)];

let config: dynamic.Config | undefined;
const deployment = new Deployment((key) => config?.get(key), warn);

let connected = false;

/** Shows a warning of the engine's. Its address is what the process was started with; Pulumi's SDK does not use it here. */
function warn(text: string): void {
    const [, host = "", engine = ""] = process.argv;
    if (!connected && /dynamic-provider/.test(host)) runtime.resetOptions("", "", 1, engine, "", false, "");
    connected = true;
    void log.warn(text);
}

/**
 * The provider of a class, for the engine's provider process. Every state of every version of this package names this
 * function.
 * @internal
 */
export function provider(type: string): dynamic.ResourceProvider {
    const definition = definitions.find((known) => known.type === type);
    if (!definition) throw new Error(`this version of pulumi-pingone has no class ${type}: install a newer one`);
    return {
        ...toProvider(definition, deployment),
        // The engine does not wait for it: it only keeps what it is given.
        configure: async (request: dynamic.ConfigureRequest) => {
            config = request.config;
        },
    };
}
