import type { Policies } from "@pulumi/policy";
import { noImplicitGrant, noneOnlyForPublicClients, pkceForPublicClients } from "./flows";
import { maximumAccessTokenLifetime, maximumRefreshTokenLifetime } from "./lifetimes";
import type { PolicyOptions } from "./policy";
import { noPlainSecretOutputs } from "./secrets";
import { httpsOnly, noLocalhostInProduction, noWildcardRedirects } from "./urls";

export { grantsOnlyAsListed } from "./grants";
export { rolesOnlyAsListed } from "./roles";
export {
    httpsOnly,
    maximumAccessTokenLifetime,
    maximumRefreshTokenLifetime,
    noImplicitGrant,
    noLocalhostInProduction,
    noneOnlyForPublicClients,
    noPlainSecretOutputs,
    noWildcardRedirects,
    pkceForPublicClients,
};

/** All policies that need nothing to be listed, with their defaults. */
export function recommended(options: PolicyOptions = {}): Policies {
    return [
        pkceForPublicClients,
        noImplicitGrant,
        noneOnlyForPublicClients,
        noWildcardRedirects,
        httpsOnly,
        noLocalhostInProduction,
        maximumAccessTokenLifetime,
        maximumRefreshTokenLifetime,
        noPlainSecretOutputs,
    ].map((policy) => policy(options));
}
