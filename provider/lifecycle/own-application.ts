import { PingOneError } from "../errors";
import type { Deployment } from "./deployment";
import type { Values } from "./values/paths";

/**
 * Keeps the worker application whose credentials the provider uses from being deleted: nothing more could be done
 * after that, and nobody could log in to put it right.
 * @throws PingOneError `INPUT`
 */
export function refuseOwnApplication(deployment: Deployment, values: Values, id: string): void {
    const { clientId } = deployment.session(values).settings;
    if (clientId?.toLowerCase() !== id.toLowerCase()) return;
    throw new PingOneError("INPUT", "it is the worker application whose credentials Pulumi uses here (clientId)", {
        advice: [
            "Once it is deleted, nothing more can be done with them. To let go of it without deleting it: `pulumi state delete <urn>`.",
            "To delete or replace it, use the credentials of another worker application.",
        ].join("\n"),
    });
}
