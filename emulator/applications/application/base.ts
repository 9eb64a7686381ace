import type { Json } from "../../notation/json";
import {
    choice,
    fillFor,
    flag,
    group,
    type Properties,
    type Property,
    reference,
    set,
    text,
    webAddress,
} from "../../notation/properties";

/** The longest time that a property can say. */
export const MAX_DURATION = 2147483647;

/** The types that a request can create, by protocol. */
export const CREATABLE: Readonly<Record<string, readonly string[]>> = {
    OPENID_CONNECT: ["WEB_APP", "NATIVE_APP", "SINGLE_PAGE_APP", "WORKER", "SERVICE", "CUSTOM_APP"],
    SAML: ["WEB_APP", "CUSTOM_APP"],
    WS_FED: ["WEB_APP"],
    EXTERNAL_LINK: ["PORTAL_LINK_APP"],
};

/** The types of the applications that exist with an environment. */
export const SYSTEM = ["PING_ONE_PORTAL", "PING_ONE_SELF_SERVICE", "PING_ONE_ADMIN_CONSOLE"];

/** Types that the documentation names and does not describe. */
export const UNDESCRIBED = ["TEMPLATE_APP", "AI_AGENT"];

/** What the server fills in, except in system applications: they answer with hardly any property. */
export const filled = (value: Json) => fillFor([...new Set(Object.values(CREATABLE).flat())], value);

/** What every application has. */
export const base: Properties = {
    name: text({ required: true }),
    type: choice([...new Set([...Object.values(CREATABLE).flat(), ...SYSTEM, ...UNDESCRIBED])], {
        required: true,
        immutable: true,
    }),
    protocol: choice(Object.keys(CREATABLE), { required: true, immutable: true }),
    description: text(),
    enabled: flag({ default: false }),
    hiddenFromAppPortal: flag({ default: filled(false) }),
    homePageUrl: webAddress(),
    loginPageUrl: webAddress(),
    icon: group({ id: text({ required: true }), href: webAddress({ required: true }) }),
    accessControl: group(
        {
            role: group(
                { type: choice(["ADMIN_USERS_ONLY"], { required: true }) },
                { default: fillFor(["WORKER"], { type: "ADMIN_USERS_ONLY" }) },
            ),
            group: group({
                type: choice(["ANY_GROUP", "ALL_GROUPS"], { required: true }),
                groups: set(reference("groups"), { required: true }),
            }),
        },
        { default: fillFor(["WORKER"], {}) },
    ),
    // Only the creation reads it. The documentation says that it is true by default; in the recorded answers, of
    // which none is a worker's, it is false.
    assignActorRoles: flag({ default: ({ type }) => type === "WORKER", readAtCreation: true }),
};

/** The origins that may call PingOne from a browser. The documentation allows OpenID Connect applications more. */
export const corsSettings = (most: number): Property =>
    group({
        behavior: choice(["ALLOW_NO_ORIGINS", "ALLOW_SPECIFIC_ORIGINS"], { required: true }),
        origins: set(text({ pattern: /^https?:\/\/[^/\s]+$/ }), { most }),
    });
