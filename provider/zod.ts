import type * as zod from "zod";

/**
 * zod, loaded with the first schema that is built: loading it takes longer than all of this package, and a program that
 * creates nothing needs no schema.
 */
export const z: typeof zod = new Proxy({} as typeof zod, { get: (_, name) => Reflect.get(require("zod"), name) });
