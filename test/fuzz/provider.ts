import { application } from "../../provider/applications/application/definition.js";
import { applicationRoleAssignment } from "../../provider/applications/application-role-assignment.js";
import { applicationSecret } from "../../provider/applications/application-secret.js";
import { grant } from "../../provider/applications/grant.js";
import { applicationRole } from "../../provider/authorize/application-role.js";
import { applicationRolePermission } from "../../provider/authorize/application-role-permission.js";
import { policy } from "../../provider/client/retry.js";
import type { Definition } from "../../provider/lifecycle/definition.js";
import { Deployment } from "../../provider/lifecycle/deployment.js";
import { toProvider } from "../../provider/lifecycle/provider.js";
import { customResource } from "../../provider/resources/custom-resource.js";
import { openIdScope } from "../../provider/resources/open-id-scope.js";
import { resourceScope } from "../../provider/resources/resource-scope.js";
import type { Host } from "./engine/host.js";

const definitions: readonly Definition[] = [
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

/** The pauses before looks for a lost object: as many as in earnest, but short. */
const lookAfterMs = [0, 2, 5];

/** A process of the provider, with this configuration. */
export function startProvider(config: Readonly<Record<string, string>>): Host {
    return hostOf(
        new Deployment(
            (key) => config[key.replace(/^pingone:/, "")],
            () => {},
            lookAfterMs,
        ),
    );
}

/** What the engine sees of a process of the provider. */
export function hostOf(deployment: Deployment): Host {
    return (type) => {
        const definition = definitions.find((known) => known.type === type);
        if (!definition) throw new Error(`no class ${type}`);
        return toProvider(definition, deployment);
    };
}

/** Lets the package log each request, so that the log can be searched, and wait as little as possible. */
export function listenIn(lines: string[]): () => void {
    const { error } = console;
    const { PINGONE_LOG } = process.env;
    const { firstPauseMs } = policy;
    console.error = (line: unknown) => {
        lines.push(String(line));
    };
    process.env.PINGONE_LOG = "debug";
    policy.firstPauseMs = 1;
    return () => {
        console.error = error;
        policy.firstPauseMs = firstPauseMs;
        if (PINGONE_LOG === undefined) delete process.env.PINGONE_LOG;
        else process.env.PINGONE_LOG = PINGONE_LOG;
    };
}
