export type { PublicClientOptions } from "./flows";
export type { GrantOptions } from "./grants";
export type { AccessTokenLifetimeOptions, RefreshTokenLifetimeOptions } from "./lifetimes";
export type { PolicyOptions } from "./policy";
export type { RoleOptions } from "./roles";
/** Ready-made policies for a policy pack, each a function of its options. */
export * as policies from "./rules";
export type { SecretOutputOptions } from "./secrets";
export type { HttpsOptions, LocalhostOptions } from "./urls";
