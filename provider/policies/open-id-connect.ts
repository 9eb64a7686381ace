import { type ResourceValidation, type TypedResourceValidation, validateResourceOfType } from "@pulumi/policy";
import type * as pulumi from "@pulumi/pulumi";
import { Application, type OpenIdConnectApplicationArgs } from "../applications/application";
import { methodIfLeftOut } from "../applications/application/openid-connect-rules";

/** The inputs of an application that uses OpenID Connect. */
export type OpenIdConnectInputs = pulumi.Unwrap<OpenIdConnectApplicationArgs>;

/** Looks at the applications that use OpenID Connect. */
export function forOpenIdConnect(validate: TypedResourceValidation<OpenIdConnectInputs>): ResourceValidation {
    return validateResourceOfType(Application, (application, args, report) =>
        application.protocol === "OPENID_CONNECT" ? validate(application, args, report) : undefined,
    );
}

/** Whether an application gets tokens without proving who it is: as it says, or as PingOne decides where it says nothing. */
export function isPublic({ tokenEndpointAuthMethod, type }: OpenIdConnectInputs): boolean {
    return (tokenEndpointAuthMethod ?? methodIfLeftOut[type]) === "NONE";
}
