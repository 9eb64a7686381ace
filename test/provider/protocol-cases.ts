import { application } from "../../provider/applications/application/definition";
import type { Values } from "../../provider/lifecycle/values/paths";
import type { Tenant } from "../support/tenant";
import { commonProperties } from "./application-cases";
import { addGroups, type ClassCase, type Ids, otherEnvironment, type Replacement } from "./class-case";

/** What applications of these protocols refer to. */
async function prepare({ emulator }: Tenant): Promise<Ids> {
    const certificate = (usageType: string) => emulator.add("certificates", { name: "one of theirs", usageType }).id;
    const gateway = (name: string) => emulator.add("gateways", { name, type: "LDAP", userTypes: [{ id: userTypeId }] });
    return {
        environmentId: emulator.environmentId,
        otherEnvironmentId: emulator.addEnvironment(),
        key: emulator.add("keys", { name: "ours", usageType: "SIGNING", signatureAlgorithm: "SHA512withRSA" }).id,
        signs: certificate("SIGNING"),
        signsToo: certificate("SIGNING"),
        encrypts: certificate("ENCRYPTION"),
        gateway: gateway("Berlin").id,
        otherGateway: gateway("Paris").id,
        ...addGroups(emulator),
    };
}

const userTypeId = "00000000-0000-4000-8000-00000000000a";

const signing = ({ key }: Ids) => ({ idpSigning: { keyId: key, algorithm: "SHA512withRSA" } });

interface Protocol {
    title: string;
    minimal: Values;
    more(ids: Ids): Values;
    together?: string[];
    ordered?: string[];
    replacements?: Replacement[];
    shownElsewhere?: string[];
}

function protocolCase(protocol: Protocol): ClassCase {
    const { title, minimal, more, together = [], ordered = [], replacements = [], shownElsewhere } = protocol;
    return {
        title: `Application ${title}`,
        definition: application,
        prepare,
        minimal: () => ({ name: "orders", ...minimal }),
        full: (ids) => ({
            name: "orders",
            ...commonProperties(ids),
            ...minimal,
            ...more(ids),
            environmentId: ids.environmentId,
        }),
        together: ["icon", "accessControl.group", "corsSettings", ...together],
        ordered,
        shownElsewhere: shownElsewhere ?? Object.keys(commonProperties({})).filter((name) => !(name in minimal)),
        replacements: (ids) => [otherEnvironment(ids), ...replacements],
    };
}

const externalLink: Values = {
    protocol: "EXTERNAL_LINK",
    type: "PORTAL_LINK_APP",
    homePageUrl: "https://orders.example.com/start",
};

function samlCase(type: string, otherType: string, shownElsewhere?: (full: Values) => string[]): ClassCase {
    const minimal = {
        protocol: "SAML",
        type,
        acsUrls: ["https://orders.example.com/acs"],
        assertionDuration: 60,
        spEntityId: "https://orders.example.com/saml",
    };
    const more = (ids: Ids): Values => ({
        acsUrls: ["https://orders.example.com/acs", "https://orders.example.com/a-second"],
        assertionDuration: 300,
        assertionSigned: false,
        responseSigned: true,
        defaultTargetUrl: "https://orders.example.com/basket",
        enableRequestedAuthnContext: true,
        enableAlwaysAcceptAcsUrlInSignedAuthnRequest: true,
        ...signing(ids),
        nameIdFormat: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
        sessionNotOnOrAfterDuration: 3600,
        sloBinding: "HTTP_REDIRECT",
        sloEndpoint: "https://orders.example.com/slo",
        sloResponseEndpoint: "https://orders.example.com/slo/answers",
        sloWindow: 8,
        spEncryption: { algorithm: "AES_256", certificateId: ids.encrypts },
        spVerification: { authnRequestSigned: true, certificateIds: [ids.signs, ids.signsToo] },
        virtualServerIdSettings: {
            enabled: true,
            virtualServerIds: [
                { vsId: "https://orders.example.com/one", default: true },
                { vsId: "https://orders.example.com/two", default: false },
            ],
        },
        corsSettings: { behavior: "ALLOW_SPECIFIC_ORIGINS", origins: ["https://orders.example.com"] },
    });
    return protocolCase({
        title: `SAML, ${type}`,
        minimal,
        more,
        together: ["spEncryption", "spVerification", "virtualServerIdSettings"],
        ordered: ["acsUrls"],
        ...(shownElsewhere && { shownElsewhere: shownElsewhere({ ...commonProperties({}), ...more({}) }) }),
        replacements: [
            {
                title: "another entity id",
                change: { spEntityId: "https://orders.example.com/saml2" },
                deletesFirst: false,
            },
            {
                title: "another type, with an entity id that only one application can have",
                change: { type: otherType },
                deletesFirst: true,
            },
            {
                title: "another protocol",
                change: { ...externalLink, acsUrls: undefined, assertionDuration: undefined, spEntityId: undefined },
                deletesFirst: false,
            },
        ],
    });
}

const wsFed = protocolCase({
    title: "WS_FED",
    minimal: {
        protocol: "WS_FED",
        type: "WEB_APP",
        domainName: "orders.example.com",
        replyUrl: "https://orders.example.com/reply",
    },
    more: (ids) => ({
        ...signing(ids),
        assertionDuration: 600,
        audienceRestriction: "urn:federation:orders",
        kerberos: {
            gateways: [ids.gateway, ids.otherGateway].map((id) => ({ id, type: "LDAP", userTypeId })),
        },
        sloEndpoint: "https://orders.example.com/slo",
        subjectNameIdentifierFormat: "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
        wsTrustVersion: "1.3",
        hybridJoinDeviceAttribute: "externalId",
        stsTokenType: "urn:oasis:names:tc:SAML:1.0:assertion",
        useMex13: true,
        userAttributeUsernameMatch: "username",
        corsSettings: { behavior: "ALLOW_SPECIFIC_ORIGINS", origins: ["https://orders.example.com"] },
    }),
    replacements: [
        {
            title: "another protocol",
            change: { ...externalLink, domainName: undefined, replyUrl: undefined },
            deletesFirst: false,
        },
    ],
});

const link = protocolCase({
    title: "EXTERNAL_LINK",
    minimal: externalLink,
    more: () => ({ externalId: "orders-1" }),
    replacements: [
        {
            title: "another protocol",
            change: {
                protocol: "WS_FED",
                type: "WEB_APP",
                domainName: "orders.example.com",
                replyUrl: "https://orders.example.com/reply",
            },
            deletesFirst: false,
        },
    ],
});

/** Applications of other protocols than OpenID Connect. */
export const protocolCases: ClassCase[] = [
    samlCase("WEB_APP", "CUSTOM_APP"),
    samlCase("CUSTOM_APP", "WEB_APP", Object.keys),
    wsFed,
    link,
];
