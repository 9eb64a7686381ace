import { isObject, type JsonObject } from "../notation/json";
import { invalidRequest, notJson } from "../notation/refusal";

/** The JSON object in a request's body; an empty body counts as the fallback, where there is one. */
export function readJson(contentType: string | undefined, text: string, fallback: JsonObject | undefined): JsonObject {
    if (text === "" && fallback !== undefined) return fallback;
    if (!/^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(contentType ?? "")) throw notJson();
    let body: unknown;
    try {
        body = JSON.parse(text);
    } catch {
        body = undefined;
    }
    if (!isObject(body)) throw invalidRequest("The request body is not a JSON object.");
    return body;
}
