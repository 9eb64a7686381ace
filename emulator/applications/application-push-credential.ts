import type { Kind } from "../notation/kind";
import { choice, type Properties, text } from "../notation/properties";
import { isClient, linksUnderApplication } from "./under-application";

const secret = () => text({ required: true, hidden: true });

const byType: Readonly<Record<string, Properties>> = {
    APNS: { key: secret(), teamId: secret(), token: secret() },
    FCM_HTTP_V1: { googleServiceAccountCredentials: secret() },
    HMS: { clientId: text({ required: true }), clientSecret: secret() },
};

/** What push notifications of a mobile application are sent with; answers hold no key. */
export const applicationPushCredential: Kind = {
    name: "Push credential",
    collection: "pushCredentials",
    parent: "applications",
    notUnder: (parent) => !isClient(parent),
    properties: ({ type }) => ({
        type: choice(Object.keys(byType), { required: true, immutable: true }),
        ...byType[String(type)],
    }),
    links: linksUnderApplication("pushCredentials"),
};
