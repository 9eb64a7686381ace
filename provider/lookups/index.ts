export * from "./application";
export * from "./application-secret";
export type { Inputs, LookupArgs } from "./lookup";
export * from "./resource";
export * from "./scopes";
