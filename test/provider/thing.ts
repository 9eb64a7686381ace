import * as z from "zod";
import { type Class, type Definition, define } from "../../provider/lifecycle/definition";
import type { Values } from "../../provider/lifecycle/values/paths";
import { where } from "../../provider/schemas";

/** A class that is thrown away: of things with a name and these properties, of which the words are true. */
export const thing = (shape: Record<string, z.ZodType>, words: Partial<Class> = {}): Definition =>
    define<Values>({
        type: "Thing",
        collection: "things",
        key: ["name"],
        schema: () => z.strictObject({ name: z.string().optional(), ...shape, ...where() }) as z.ZodType<Values>,
        ...words,
    });
