import type { Zod } from "../lifecycle/definition";

/** The id of an object in PingOne. */
export const id = (z: Zod) => z.guid({ error: "must be the id (a UUID) of an object in PingOne" });

/** A name, or any text that says something. */
export const text = (z: Zod) => z.string().min(1).regex(/\S|^$/, { error: "must not be blank" });

/** A whole number of seconds or the like. */
export const whole = (z: Zod, from: number, to: number) => z.number().int().min(from).max(to);
