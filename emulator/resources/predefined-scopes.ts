import type { Json, JsonObject } from "../notation/json";

const openId: Readonly<Record<string, string>> = {
    address: "The user's postal address.",
    email: "The user's email address, and whether it is verified.",
    openid: "That this is a sign-on with OpenID Connect.",
    phone: "The user's phone number, and whether it is verified.",
    profile: "The user's names, picture, locale and the like.",
};

const pingOneApi: Readonly<Record<string, string>> = {
    "p1:read:user": "Read one's own attributes.",
    "p1:update:user": "Change one's own attributes.",
    "p1:update:userMfaEnabled": "Switch multi-factor authentication on or off for oneself.",
    "p1:read:userPassword": "Read the state of one's own password.",
    "p1:reset:userPassword": "Reset one's own password.",
    "p1:validate:userPassword": "Check one's own password.",
    "p1:read:userLinkedAccounts": "Read one's own linked accounts.",
    "p1:delete:userLinkedAccounts": "Remove one's own linked accounts.",
    "p1:read:sessions": "Read one's own sessions.",
    "p1:delete:sessions": "End one's own sessions.",
    "p1:create:device": "Add a device for multi-factor authentication.",
    "p1:read:device": "Read one's own devices for multi-factor authentication.",
    "p1:update:device": "Change one's own devices for multi-factor authentication.",
    "p1:delete:device": "Remove one's own devices for multi-factor authentication.",
    "p1:create:pairingKey": "Create a key that pairs a device.",
    "p1:read:pairingKey": "Read one's own pairing keys.",
    "p1:delete:pairingKey": "Remove one's own pairing keys.",
    "p1:read:userConsent": "Read the agreements that one has consented to.",
    "p1:read:oauthConsent": "Read what one has consented that applications may do.",
    "p1:update:oauthConsent": "Withdraw a consent given to an application.",
    "p1:verify:user": "Verify one's own identity.",
};

/** The scopes that a built-in resource has from the start. */
export function predefinedScopes(type: Json | undefined): JsonObject[] {
    if (type === "OPENID_CONNECT") return described(openId);
    if (type !== "PINGONE_API") return [];
    return described(pingOneApi).map((scope) =>
        scope.name === "p1:read:user" || scope.name === "p1:update:user"
            ? { ...scope, schemaAttributes: ["*"] }
            : scope,
    );
}

const described = (scopes: Readonly<Record<string, string>>): JsonObject[] =>
    Object.entries(scopes).map(([name, description]) => ({ name, description }));
