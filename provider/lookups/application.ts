import type * as pulumi from "@pulumi/pulumi";
import { path } from "../client/path";
import { byName, type Inputs, type LookupArgs, lookUp, lookUpOutput } from "./lookup";

/** Which application to look up: by name, or by id. */
export type GetApplicationArgs = LookupArgs &
    (
        | {
              /** The application's name. */
              name: string;
          }
        | {
              /** The application's id. */
              applicationId: string;
          }
    );

/** An application in PingOne. */
export interface GetApplicationResult {
    /** The application's id. */
    id: string;
    /** The application's name. */
    name: string;
    /** The kind of application, for example `WEB_APP` or `PING_ONE_SELF_SERVICE`. */
    type: string;
    /** The protocol, for example `OPENID_CONNECT`. */
    protocol: string;
    /** Whether it is enabled. */
    enabled: boolean;
    /** What the application calls itself when it asks for tokens: the client id. */
    clientId: string;
    /** What the application is for. */
    description?: string;
}

/**
 * Looks up an application.
 * @throws PingOneError `NOT_FOUND`, `SEVERAL_FOUND`, and those of the connection
 */
export function getApplication(args: GetApplicationArgs): Promise<GetApplicationResult> {
    return lookUp("getApplication", args, async (environment) => {
        const found =
            "applicationId" in args
                ? await environment.get(path`applications/${args.applicationId}`)
                : byName(await environment.list("applications"), "application", args.name);
        const { id, name, type, protocol, enabled, description } = found;
        return {
            id,
            name,
            type,
            protocol,
            enabled,
            clientId: found.clientId ?? id,
            description,
        } as GetApplicationResult;
    });
}

/** {@link getApplication} for arguments that may be outputs. */
export function getApplicationOutput(args: Inputs<GetApplicationArgs>): pulumi.Output<GetApplicationResult> {
    return lookUpOutput(args, getApplication);
}
