import { isObject } from "../../notation/json";
import type { Rule } from "../../notation/kind";
import {
    choice,
    flag,
    group,
    integer,
    list,
    type Properties,
    reference,
    set,
    text,
    webAddress,
} from "../../notation/properties";
import { invalid, missing } from "../../notation/rules";
import { base, corsSettings, MAX_DURATION } from "./base";
import { idpSigning, signingCertificate } from "./signing";

/** What applications of the protocol SAML have. */
export const saml: Properties = {
    ...base,
    assignActorRoles: flag({ readAtCreation: true }),
    acsUrls: list(webAddress(), { required: true, least: 1 }),
    assertionDuration: integer(1, MAX_DURATION, { required: true }),
    assertionSigned: flag({ default: true }),
    corsSettings: corsSettings(20),
    defaultTargetUrl: webAddress(),
    enableAlwaysAcceptAcsUrlInSignedAuthnRequest: flag(),
    enableRequestedAuthnContext: flag(),
    idpSigning,
    nameIdFormat: choice([
        "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
        "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
        "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
        "urn:oasis:names:tc:SAML:2.0:nameid-format:transient",
    ]),
    responseSigned: flag({ default: false }),
    sessionNotOnOrAfterDuration: integer(60, MAX_DURATION),
    sloBinding: choice(["HTTP_REDIRECT", "HTTP_POST"], { default: "HTTP_POST" }),
    sloEndpoint: webAddress(),
    sloResponseEndpoint: webAddress(),
    sloWindow: integer(0, 24),
    spEncryption: group({
        algorithm: choice(["AES_128", "AES_256", "TRIPLEDES"], { required: true }),
        certificate: reference(
            {
                collection: "certificates",
                fits: ({ usageType }) => usageType === "ENCRYPTION",
                wanted: "of usage type ENCRYPTION",
            },
            { required: true },
        ),
    }),
    spEntityId: text({ required: true, immutable: true, unique: "environment" }),
    spVerification: group({
        authnRequestSigned: flag({ default: false }),
        certificates: set(reference(signingCertificate), { required: true }),
    }),
    virtualServerIdSettings: group({
        enabled: flag({ default: false }),
        virtualServerIds: list(group({ vsId: text({ required: true }), default: flag() })),
    }),
};

const virtualServersHaveOneDefault: Rule = ({ virtualServerIdSettings: settings }) => {
    if (!isObject(settings)) return undefined;
    const { enabled, virtualServerIds } = settings;
    const target = "virtualServerIdSettings.virtualServerIds";
    const ids = Array.isArray(virtualServerIds) ? virtualServerIds : [];
    if (ids.length === 0) return enabled === true ? missing(target, "when enabled is true") : undefined;
    const defaults = ids.filter((each) => isObject(each) && each.default === true);
    return defaults.length === 1 ? undefined : invalid(target, "Exactly one virtual server ID must be the default.");
};

/** What must hold between the properties of an application of the protocol SAML. */
export const samlRules: readonly Rule[] = [virtualServersHaveOneDefault];
