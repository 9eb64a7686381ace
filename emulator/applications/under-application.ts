import { type JsonObject, textAt } from "../notation/json";

/** The links of what is under an application: itself, its environment, and its application. */
export const linksUnderApplication =
    (segment: string) =>
    (object: JsonObject): Record<string, string> => {
        const application = `applications/${textAt(object, "application.id")}`;
        return { self: `${application}/${segment}/${object.id}`, environment: "", application };
    };

/** Whether an application exists with its environment. */
export const isSystem = ({ type }: JsonObject): boolean => /^PING_ONE_/.test(String(type));

/** Whether an application is a client of OAuth that somebody created. */
export const isClient = (application: JsonObject): boolean =>
    application.protocol === "OPENID_CONNECT" && !isSystem(application);
