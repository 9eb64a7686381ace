import { isObject, type Json, type JsonObject } from "../../notation/json";
import type { Rule } from "../../notation/kind";
import { choice, flag, group, idOf, integer, list, type Properties, text, webAddress } from "../../notation/properties";
import { invalid } from "../../notation/rules";
import { base, corsSettings } from "./base";
import { idpSigning } from "./signing";

/** What applications of the protocol WS_FED have. */
export const wsFed: Properties = {
    ...base,
    assignActorRoles: flag({ readAtCreation: true }),
    domainName: text({ required: true }),
    replyUrl: webAddress({ required: true }),
    // The documentation requires it, but its own example leaves it out.
    idpSigning,
    assertionDuration: integer(300, 3932100, { default: 300 }),
    audienceRestriction: text({ default: "urn:federation:MicrosoftOnline" }),
    corsSettings: corsSettings(20),
    kerberos: group({
        gateways: list(
            group({
                id: idOf(
                    { collection: "gateways", fits: ({ type }) => type === "LDAP", wanted: "an LDAP gateway" },
                    { required: true },
                ),
                type: choice(["LDAP"], { required: true }),
                userType: group({ id: text({ required: true }) }, { required: true }),
            }),
        ),
    }),
    sloEndpoint: webAddress(),
    subjectNameIdentifierFormat: choice([
        "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
        "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
    ]),
    wsTrustVersion: choice(["1.2", "1.3"]),
    // In limited release: only their names are documented.
    hybridJoinDeviceAttribute: text(),
    stsTokenType: text(),
    useMex13: flag(),
    userAttributeUsernameMatch: text(),
};

const objects = (value: Json | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

const userTypesAreTheGateways: Rule = ({ kerberos }, { find }) => {
    const wrong = objects(isObject(kerberos) ? kerberos.gateways : undefined).some(({ id, userType }) => {
        const known = objects(find("gateways", String(id))?.userTypes).map((each) => each.id);
        return isObject(userType) && !known.includes(userType.id);
    });
    return wrong ? invalid("kerberos.gateways", "The user type must be one of the gateway's.") : undefined;
};

/** What must hold between the properties of an application of the protocol WS_FED. */
export const wsFedRules: readonly Rule[] = [userTypesAreTheGateways];
