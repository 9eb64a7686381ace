import type { ZodType } from "zod";
import type { Collection } from "./lifecycle/traits";
import { z } from "./zod";

/** The properties that say where an object is managed. */
export const where = () => ({
    environmentId: id().optional(),
    connection: z.string().meta({ local: true }).optional(),
});

/** The id of an object in PingOne. */
export const id = () => z.guid({ error: "must be the id (a UUID) of an object in PingOne" }).meta({ caseless: true });

/** The id of another object, which PingOne keeps within a property of that name. */
export const reference = (name: string) => id().meta({ at: `${name}.id` });

/** The ids of other objects, in any order, which PingOne keeps in a list of that name. */
export const references = (name: string) => z.array(id()).meta({ at: `${name}[].id`, set: true });

/** The names of the objects, of that class, whose ids a property has; programs give both as `objects`. */
export const namesOf = (ids: string, objects: string, of: Collection) =>
    z.array(z.string()).meta({ local: true, names: { ids, objects, of } }).optional();

/** A name, or any text that says something. */
export const text = () => z.string().min(1).regex(/\S|^$/, { error: "must not be blank" });

/** A whole number of seconds or the like. */
export const whole = (from: number, to: number) => z.number().int().min(from).max(to);

/** A page that browsers open. */
export const webPage = () => z.string().refine(leadsToHost, { error: "must be an http or https URL" });

/** Whether a text is an http or https URL with a host; `*` may stand for any text, the port, too. */
export const leadsToHost = (url: string) =>
    /^https?:\/\/[^/?#\s]\S*$/i.test(url) && URL.canParse(url.replace(":*", ":0"));

/** A list whose order and duplicates mean nothing. */
export const set = <T extends ZodType>(of: T) => z.array(of).meta({ set: true });

/** A name that PingOne Authorize takes: letters, digits and a few signs of any language. */
export const plainName = () =>
    text().regex(/^[\p{L}\p{M}\p{N} /.'_-]*$/u, { error: "must have only letters, digits, spaces and / . ' _ -" });

/** Which of several has its turn first. */
export const priority = () => whole(1, 2147483647);
