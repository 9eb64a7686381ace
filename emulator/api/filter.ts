import { type JsonObject, textAt } from "../notation/json";
import type { FilterOperator, Kind } from "../notation/kind";
import { invalidRequest } from "../notation/refusal";

/** The condition that a list's `filter` asks for: comparisons of attributes that can be filtered, joined by `and`. */
export function conditionOf(filter: string, { filters = {}, collection }: Kind): (object: JsonObject) => boolean {
    const conditions = filter.split(/\s+and\s+/i).map((comparison) => {
        const [, attribute = "", operator = "", , double, single] =
            /^\s*([\w.]+)\s+(\w+)\s+("((?:[^"\\]|\\.)*)"|'([^']*)')\s*$/.exec(comparison) ?? [];
        const operators: readonly string[] | undefined = Object.hasOwn(filters, attribute)
            ? filters[attribute]
            : undefined;
        const known = operator.toLowerCase();
        if (!operators?.includes(known)) {
            throw invalidRequest("The request was invalid.", [
                {
                    code: "INVALID_FILTER",
                    target: "filter",
                    message: `${collection} cannot be filtered by ${comparison}`,
                },
            ]);
        }
        const wanted = double === undefined ? (single ?? "") : double.replace(/\\(.)/g, "$1");
        return (object: JsonObject) => compare[known as FilterOperator](textAt(object, attribute), wanted);
    });
    return (object) => conditions.every((holds) => holds(object));
}

const compare: Record<FilterOperator, (value: string | undefined, wanted: string) => boolean> = {
    eq: (value, wanted) => value === wanted,
    sw: (value, wanted) => value?.startsWith(wanted) === true,
};
