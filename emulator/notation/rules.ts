import type { JsonObject } from "./json";
import type { Rule } from "./kind";
import type { Problem } from "./refusal";

/** A problem with a value that is not allowed. */
export const invalid = (target: string, message: string): Problem => ({ code: "INVALID_VALUE", target, message });

/** A problem with a value that has to be there. */
export const missing = (target: string, why: string): Problem => ({
    code: "REQUIRED_VALUE",
    target,
    message: `${target} is required ${why}`,
});

/** Properties that only some objects have, by what they are under. */
export const onlyUnder =
    (names: readonly string[], fits: (parent: JsonObject) => boolean, what: string): Rule =>
    (object, { parent }) => {
        if (parent === undefined || fits(parent)) return undefined;
        const given = names.find((name) => object[name] !== undefined);
        return given === undefined ? undefined : invalid(given, `${given} is only for ${what}.`);
    };
