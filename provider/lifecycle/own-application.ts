import { PingOneError } from "../errors";
import type { Deployment } from "./deployment";
import type { Values } from "./values/paths";

/**
 * Keeps the worker application whose credentials the provider uses from being deleted: nothing more could be done
 * after that, and nobody could log in to put it right.
 * @throws PingOneError `INPUT`
 */
export function refuseOwnApplication(deployment: Deployment, values: Values, id: string): void {
    if (!isOwnApplication(deployment.session(values).settings.clientId, values.clientId ?? id)) return;
    throw new PingOneError("INPUT", "it is the worker application whose credentials Pulumi uses here (clientId)", {
        advice: [
            "Once it is deleted, nothing more can be done with them. To let go of it without deleting it: `pulumi state delete <urn>`.",
            "To delete or replace it, use the credentials of another worker application.",
        ].join("\n"),
    });
}

/**
 * Whether an application is the one whose credentials are used.
 * @param worker the client id of those, where they are not a token
 * @param clientId that of the application, which is its id unless it was given another
 */
export function isOwnApplication(worker: string | undefined, clientId: unknown): boolean {
    return worker !== undefined && String(clientId).toLowerCase() === worker.toLowerCase();
}
