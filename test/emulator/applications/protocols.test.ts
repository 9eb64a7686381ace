import { expect } from "chai";
import { closeAll, created, open, problems, type Session } from "../client";
import { ldapGateway, link, saml, stocked, wsFed } from "../samples";

type Given = Record<string, unknown>;
type Refused = [what: string, body: Given | ((session: Session) => Given), problems: string[]];

const NOWHERE = "00000000-0000-4000-8000-000000000000";
const key = (session: Session, usageType: string) => ({ id: stocked(session, "keys", { usageType }) });
const certificate = (session: Session, usageType: string) => ({
    id: stocked(session, "certificates", { usageType }),
});
const servers = (enabled: boolean, ...defaults: boolean[]) => ({
    virtualServerIdSettings: {
        enabled,
        virtualServerIds: defaults.map((isDefault, index) => ({ vsId: `urn:${index}`, default: isDefault })),
    },
});

const refused: Refused[] = [
    [
        "SAML without what it needs",
        { name: "a", type: "WEB_APP", protocol: "SAML" },
        ["acsUrls REQUIRED_VALUE", "assertionDuration REQUIRED_VALUE", "spEntityId REQUIRED_VALUE"],
    ],
    ["SAML without any URL", saml({ acsUrls: [] }), ["acsUrls EMPTY_VALUE"]],
    ["SAML with a URL that is none", saml({ acsUrls: ["orders"] }), ["acsUrls[0] INVALID_VALUE"]],
    ["SAML for a type that it is not for", saml({ type: "NATIVE_APP" }), ["type INVALID_VALUE"]],
    ["OpenID Connect properties with SAML", saml({ grantTypes: [] }), ["grantTypes INVALID_VALUE"]],
    ["a logout window of more than a day", saml({ sloWindow: 25 }), ["sloWindow OUT_OF_RANGE"]],
    [
        "a session of less than a minute",
        saml({ sessionNotOnOrAfterDuration: 59 }),
        ["sessionNotOnOrAfterDuration OUT_OF_RANGE"],
    ],
    ["an unknown name format", saml({ nameIdFormat: "urn:mine" }), ["nameIdFormat INVALID_VALUE"]],
    [
        "more than 20 origins",
        saml({ corsSettings: { behavior: "ALLOW_SPECIFIC_ORIGINS", origins: Array(21).fill("https://a.example") } }),
        ["corsSettings.origins SIZE_LIMIT_EXCEEDED"],
    ],
    [
        "a signing key that does not exist",
        saml({ idpSigning: { key: { id: NOWHERE }, algorithm: "SHA256withRSA" } }),
        ["idpSigning.key.id INVALID_VALUE"],
    ],
    [
        "a signing key that is for something else",
        (session) => saml({ idpSigning: { key: key(session, "SSL/TLS"), algorithm: "SHA256withRSA" } }),
        ["idpSigning.key.id INVALID_VALUE"],
    ],
    [
        "an encryption certificate that is for something else",
        (session) => saml({ spEncryption: { algorithm: "AES_128", certificate: certificate(session, "SIGNING") } }),
        ["spEncryption.certificate.id INVALID_VALUE"],
    ],
    [
        "a verification certificate that is for something else",
        (session) => saml({ spVerification: { certificates: [certificate(session, "ENCRYPTION")] } }),
        ["spVerification.certificates INVALID_VALUE"],
    ],
    [
        "virtual servers, but none",
        saml({ virtualServerIdSettings: { enabled: true } }),
        ["virtualServerIdSettings.virtualServerIds REQUIRED_VALUE"],
    ],
    [
        "virtual servers without a default",
        saml(servers(true, false)),
        ["virtualServerIdSettings.virtualServerIds INVALID_VALUE"],
    ],
    [
        "virtual servers with two defaults",
        saml(servers(false, true, true)),
        ["virtualServerIdSettings.virtualServerIds INVALID_VALUE"],
    ],
    [
        "WS-Fed without what it needs",
        { name: "a", type: "WEB_APP", protocol: "WS_FED" },
        ["domainName REQUIRED_VALUE", "replyUrl REQUIRED_VALUE"],
    ],
    ["WS-Fed for a type that it is not for", wsFed({ type: "CUSTOM_APP" }), ["type INVALID_VALUE"]],
    ["a WS-Fed assertion that is too short", wsFed({ assertionDuration: 299 }), ["assertionDuration OUT_OF_RANGE"]],
    ["an unknown version of WS-Trust", wsFed({ wsTrustVersion: "1.4" }), ["wsTrustVersion INVALID_VALUE"]],
    [
        "a gateway that is no LDAP gateway",
        (session) => {
            const { id } = session.emulator.add("gateways", { name: "r", type: "RADIUS" });
            return wsFed({ kerberos: { gateways: [{ id, type: "LDAP", userType: { id: NOWHERE } }] } });
        },
        ["kerberos.gateways INVALID_VALUE"],
    ],
    [
        "a user type that the gateway does not have",
        (session) => wsFed({ kerberos: { gateways: [{ ...ldapGateway(session), userType: { id: NOWHERE } }] } }),
        ["kerberos.gateways INVALID_VALUE"],
    ],
    ["a link that leads nowhere", link({ homePageUrl: undefined }), ["homePageUrl REQUIRED_VALUE"]],
    ["a link that is no page", link({ homePageUrl: "javascript:alert(1)" }), ["homePageUrl INVALID_VALUE"]],
    ["a link of another type", link({ type: "WEB_APP" }), ["type INVALID_VALUE"]],
    ["an id for risk policies elsewhere than in links", saml({ externalId: "a" }), ["externalId INVALID_VALUE"]],
    ["a protocol that there is not", saml({ protocol: "CAS" }), ["protocol INVALID_VALUE"]],
];

describe("emulator: applications of other protocols", () => {
    afterEach(closeAll);

    for (const [what, body, expected] of refused) {
        it(`refuse ${what}`, async () => {
            const session = await open();
            const given = typeof body === "function" ? body(session) : body;
            expect(problems(await session.call("POST", "/applications", given))).to.include.members(expected);
        });
    }

    it("fill in what is left out", async () => {
        const session = await open();
        const idpSigning = { key: key(session, "SIGNING"), algorithm: "SHA256withRSA" };
        expect(await created(session, "/applications", saml())).to.deep.include({
            enabled: false,
            hiddenFromAppPortal: false,
            assertionSigned: true,
            responseSigned: false,
            sloBinding: "HTTP_POST",
            idpSigning,
        });
        expect(await created(session, "/applications", wsFed())).to.deep.include({
            assertionDuration: 300,
            audienceRestriction: "urn:federation:MicrosoftOnline",
            idpSigning,
        });
        const { _links, ...external } = await created(session, "/applications", link());
        expect(external).not.to.have.any.keys("idpSigning", "signing", "tokenEndpointAuthMethod", "clientId");
    });

    it("keep the order of what is in order", async () => {
        const session = await open();
        const { id, acsUrls } = await created(session, "/applications", saml());
        expect(acsUrls).to.deep.equal(saml().acsUrls);
        const { body } = await session.call("GET", `/applications/${id}`);
        expect(body.acsUrls).to.deep.equal(acsUrls);
    });

    it("have an entity id that is unique and stays", async () => {
        const session = await open();
        const { id } = await created(session, "/applications", saml());
        const twin = await session.call("POST", "/applications", saml({ name: "Other" }));
        expect(problems(twin)).to.deep.equal(["spEntityId UNIQUENESS_VIOLATION"]);
        expect(twin.body.details[0].innerError).to.deep.equal({ existingId: id });
        const moved = await session.call("PUT", `/applications/${id}`, saml({ spEntityId: "urn:bills" }));
        expect(problems(moved)).to.deep.equal(["spEntityId INVALID_VALUE"]);
        await session.call("DELETE", `/applications/${id}`);
        await created(session, "/applications", saml());
        const elsewhere = session.emulator.addEnvironment();
        expect((await session.call("POST", `/../${elsewhere}/applications`, saml())).status).to.equal(201);
    });

    it("take null for what is switched off", async () => {
        const session = await open();
        const kerberos = { gateways: [ldapGateway(session)] };
        const { id } = await created(session, "/applications", wsFed({ kerberos }));
        const { body } = await session.call("PUT", `/applications/${id}`, wsFed({ kerberos: null }));
        expect(body).not.to.have.property("kerberos");
    });

    it("have neither secrets nor role assignments nor push credentials", async () => {
        const session = await open();
        for (const body of [saml(), wsFed(), link()]) {
            const { id } = await created(session, "/applications", body);
            for (const segment of ["secret", "roleAssignments", "pushCredentials"])
                expect((await session.call("GET", `/applications/${id}/${segment}`)).status, segment).to.equal(404);
        }
    });

    it("may repeat a reference to what is gone, but not make a new one", async () => {
        const session = await open();
        const add = (name: string) => session.emulator.add("certificates", { name, usageType: "SIGNING" }).id;
        const [one, two] = [add("one"), add("two")];
        const trusting = (...ids: string[]) => saml({ spVerification: { certificates: ids.map((id) => ({ id })) } });
        const { id } = await created(session, "/applications", trusting(one));
        session.emulator.remove(one);
        session.emulator.remove(two);
        expect((await session.call("PUT", `/applications/${id}`, trusting(one))).status).to.equal(200);
        expect(problems(await session.call("PUT", `/applications/${id}`, trusting(one, two)))).to.deep.equal([
            "spVerification.certificates INVALID_VALUE",
        ]);
    });
});
