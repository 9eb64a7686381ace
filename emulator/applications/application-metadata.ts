import type { Kind } from "../notation/kind";
import { plainKind } from "../notation/plain-kind";
import { isSystem } from "./under-application";

/** What somebody wants to keep beside an application: any JSON. */
export const applicationMetadata: Kind = { ...plainKind("applications/metadata", true), notUnder: isSystem };
