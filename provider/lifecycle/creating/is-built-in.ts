import type { Body } from "../../client/http";
import type { Definition } from "../definition";

/** Whether an object exists without anybody's creating it. */
export function isBuiltIn({ allBuiltIn, single, builtIn }: Definition, body: Body): boolean {
    return Boolean(allBuiltIn ?? single ?? builtIn?.(body));
}
