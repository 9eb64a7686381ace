import type * as pulumi from "@pulumi/pulumi";
import { type Kind, one } from "./kind";
import { type Either, type Inputs, type LookupArgs, lookUp, lookUpOutput } from "./lookup";

/** Which gateway to look up: by name, or by id. */
export type GetGatewayArgs = LookupArgs &
    Either<
        {
            /** The gateway's name. */
            name: string;
        },
        {
            /** The gateway's id. */
            gatewayId: string;
        }
    >;

/** A gateway in PingOne. */
export interface GetGatewayResult {
    /** The gateway's id. */
    id: string;
    /** The gateway's name. */
    name: string;
    /** What it leads to: `LDAP`, `PING_FEDERATE`, `PING_INTELLIGENCE`, `API_GATEWAY_INTEGRATION` or `RADIUS`. */
    type: string;
    /** Whether it is enabled. */
    enabled: boolean;
    /** What the gateway is for. */
    description?: string;
    /** The kinds of users in the directory that an `LDAP` gateway leads to. */
    userTypes?: GetGatewayUserType[];
}

/** A kind of users in a directory behind a gateway. */
export interface GetGatewayUserType {
    /** Its id, as `kerberos.gateways` of an application takes it. */
    id: string;
    /** Its name. */
    name: string;
}

const gateway: Kind<GetGatewayResult> = {
    what: "gateway",
    collection: "gateways",
    shows: {
        id: true,
        name: true,
        type: true,
        enabled: true,
        description: true,
        userTypes: ({ userTypes }) =>
            (userTypes as GetGatewayUserType[] | undefined)?.map(({ id, name }) => ({ id, name })),
    },
};

const byNameOrId = one<GetGatewayArgs, GetGatewayResult>("getGateway", "gatewayId", gateway);

/**
 * Looks up a gateway.
 * @param args the name or the id of the gateway, and its environment
 * @param opts Pulumi's options for functions; none of them changes anything here
 * @throws PingOneError `INPUT`, `NOT_FOUND`, `SEVERAL_FOUND`, and those of the connection
 */
export function getGateway(args: GetGatewayArgs, opts?: pulumi.InvokeOptions): Promise<GetGatewayResult> {
    return lookUp(byNameOrId, args, opts);
}

/**
 * {@link getGateway} for arguments that may be outputs.
 * @param args the name or the id of the gateway, and its environment
 * @param opts Pulumi's options for functions; `dependsOn` is waited for
 * @throws PingOneError as {@link getGateway} does, where the output is used
 */
export function getGatewayOutput(
    args: Inputs<GetGatewayArgs>,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetGatewayResult> {
    return lookUpOutput(byNameOrId, args, opts);
}
