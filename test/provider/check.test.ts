import { expect } from "chai";
import { application } from "../../provider/applications/application/definition";
import { applicationAttributeMapping } from "../../provider/applications/application-attribute-mapping";
import { applicationSecret } from "../../provider/applications/application-secret";
import { grant } from "../../provider/applications/grant";
import { systemApplication } from "../../provider/applications/system-application";
import { group } from "../../provider/directory/group";
import { type Definition, propertyNames } from "../../provider/lifecycle/definition";
import type { Values } from "../../provider/lifecycle/values/paths";
import { unknownValue } from "../../provider/lifecycle/values/paths";
import { customResource } from "../../provider/resources/custom-resource";
import { openIdScope } from "../../provider/resources/open-id-scope";
import { pingOneApiScope } from "../../provider/resources/ping-one-api-scope";
import { resourceAttribute } from "../../provider/resources/resource-attribute";
import { resourceScope } from "../../provider/resources/resource-scope";
import { resourceSecret } from "../../provider/resources/resource-secret";
import { withVariables } from "../support/variables";
import { anId, canary, check, environmentId, problems, webApp } from "./checking";

describe("what is wrong with inputs", () => {
    it("is reported all at once, each with the path that the user wrote", async () => {
        expect(
            await problems(application, {
                ...webApp,
                type: canary,
                enabled: canary,
                redirectUris: ["https://orders.example.com", `ftp ${canary}`, 3],
                parTimeout: 601,
                deviceTimeout: 1.5,
                icon: { id: canary },
                corsSettings: { behavior: "ALLOW_SPECIFIC_ORIGINS", origins: ["https://a.example.com/path"] },
                mobile: { passcodeRefreshDuration: { duration: 29, timeUnit: canary } },
                redirectUri: canary,
            }),
        ).to.have.members([
            "type must be one of WEB_APP, SINGLE_PAGE_APP, SERVICE, CUSTOM_APP, NATIVE_APP, WORKER where protocol is OPENID_CONNECT",
            "enabled must be true or false",
            "redirectUris[1] must be an https URL or have a scheme of the application's own; http is only for localhost and 127.0.0.1",
            "redirectUris[2] must be a string",
            "parTimeout must be at most 600",
            "deviceTimeout must be a whole number",
            "icon.id must be the id (a UUID) of an object in PingOne",
            "icon.href is required: a string",
            "corsSettings.origins[0] must be an http or https URL without a path",
            "mobile.passcodeRefreshDuration.duration must be at least 30",
            "mobile.passcodeRefreshDuration.timeUnit must be SECONDS",
            "redirectUri is not a property of Application; did you mean redirectUris?",
        ]);
    });

    it("is said with what tells kinds apart, also where that is wrong itself", async () => {
        const single = { name: "hr", protocol: "SAML", type: "SINGLE_PAGE_APP" };
        expect(await problems(application, { ...single, redirectUris: ["https://a.example.com"] })).to.include.members([
            "type must be one of WEB_APP, CUSTOM_APP where protocol is SAML",
            "redirectUris belongs to protocol OPENID_CONNECT only, and this Application has protocol SAML",
        ]);
    });

    it("is also what is missing", async () => {
        expect(await problems(application, {})).to.have.members([
            "name is required: a string",
            "protocol is required: one of OPENID_CONNECT, SAML, WS_FED, EXTERNAL_LINK",
            "type is required: one of WEB_APP, SINGLE_PAGE_APP, SERVICE, CUSTOM_APP, NATIVE_APP, WORKER, PORTAL_LINK_APP",
        ]);
        expect(await problems(customResource, {})).to.deep.equal(["name is required: a string"]);
        expect(await problems(resourceScope, {})).to.have.members([
            "name is required: a string",
            "resourceId is required: a string",
        ]);
        expect(await problems(grant, {})).to.have.members([
            "applicationId is required: a string",
            "resourceId is required: a string",
            "scopes is required: a list",
        ]);
    });

    it("is a null, too, which a program gets from a value that is not there", async () => {
        expect(
            await problems(application, { ...webApp, name: null, description: null, redirectUris: null, icon: null }),
        ).to.have.members([
            "name must be a string",
            "description must be a string",
            "redirectUris must be a list",
            "icon must be an object",
        ]);
        expect(await problems(grant, { applicationId: null, resourceId: anId, scopeIds: [null] })).to.have.members([
            "applicationId must be a string",
            "scopeIds[0] must be a string",
        ]);
    });

    const custom = { name: "orders" };
    const granted = { applicationId: anId, resourceId: anId };
    for (const [title, definition, program, expected] of [
        ["an empty name", customResource, { name: "" }, "name must not be empty"],
        ["a list without an entry", grant, { ...granted, scopeIds: [] }, "scopeIds must have an entry"],
        ["a text for a list", grant, { ...granted, scopeIds: anId }, "scopeIds must be a list"],
        ["an object for a text", customResource, { name: { value: canary } }, "name must be a string"],
        [
            "an audience with an @",
            customResource,
            { ...custom, audience: `${canary}@example.com` },
            "audience must not contain # or @",
        ],
        [
            "an audience with a fragment",
            customResource,
            { ...custom, audience: `https://${canary}.example.com/#a` },
            "audience must not contain # or @",
        ],
        [
            "an audience that is PingOne's",
            customResource,
            { ...custom, audience: `https://${canary}.pingone.com` },
            "audience must not contain pingone or pingidentity",
        ],
        [
            "too short a validity",
            customResource,
            { ...custom, accessTokenValiditySeconds: 299 },
            "accessTokenValiditySeconds must be at least 300",
        ],
        [
            "too long a validity",
            customResource,
            { ...custom, accessTokenValiditySeconds: 2592001 },
            "accessTokenValiditySeconds must be at most 2592000",
        ],
        [
            "a number as text",
            customResource,
            { ...custom, accessTokenValiditySeconds: "600" },
            "accessTokenValiditySeconds must be a number",
        ],
        [
            "a nested property that does not exist",
            customResource,
            { ...custom, applicationPermissionsSettings: { claimsEnabled: true } },
            "applicationPermissionsSettings.claimsEnabled is not a property of applicationPermissionsSettings",
        ],
        [
            "a property that does not exist",
            customResource,
            { ...custom, colour: 1 },
            "colour is not a property of CustomResource",
        ],
        [
            "a nested property that is one only elsewhere",
            application,
            { ...webApp, accessControl: { tag: canary } },
            "accessControl.tag is not a property of accessControl",
        ],
        [
            "a property written in another case",
            customResource,
            { ...custom, Audience: canary },
            "Audience is not a property of CustomResource; did you mean audience?",
        ],
        [
            "a device path with a slash",
            application,
            { ...webApp, devicePathId: `${canary}/` },
            "devicePathId must be 1 to 50 letters, digits, _ and -",
        ],
        ["no URL", application, { ...webApp, homePageUrl: canary }, "homePageUrl must be an http or https URL"],
        [
            "a redirect URI that leads to no host",
            application,
            { ...webApp, redirectUris: ["https://"] },
            "redirectUris[0] must have a host, and no white space",
        ],
        [
            "keys that anyone could change",
            application,
            { ...webApp, jwksUrl: `http://${canary}` },
            "jwksUrl must be an https URL",
        ],
        [
            "a grant type that does not exist",
            application,
            { ...webApp, grantTypes: ["AUTHORIZATION_CODE", canary] },
            "grantTypes[1] must be one of AUTHORIZATION_CODE, IMPLICIT, REFRESH_TOKEN, CLIENT_CREDENTIALS, DEVICE_CODE, TOKEN_EXCHANGE, CIBA",
        ],
        [
            "more platforms than may be left out",
            application,
            { ...webApp, type: "NATIVE_APP", mobile: { integrityDetection: { excludedPlatforms: ["IOS", "GOOGLE"] } } },
            "mobile.integrityDetection.excludedPlatforms must have at most 1 entry",
        ],
        [
            "a wildcard among others",
            pingOneApiScope,
            { name: "p1:read:user:all", schemaAttributes: ["*", "name.given"] },
            "schemaAttributes must have * alone, as it stands for all attributes",
        ],
        [
            "a description of a predefined scope",
            openIdScope,
            { name: "email", description: "a" },
            "description must be left out: a predefined scope keeps its own",
        ],
        [
            "a scope of the PingOne API that is none of users' attributes",
            pingOneApiScope,
            { name: "p1:read:device" },
            "name must be p1:read:user or p1:update:user, or one of these with a colon and a suffix without spaces",
        ],
        [
            "a name that OpenID Connect reserves, in tokens",
            applicationAttributeMapping,
            { applicationId: anId, name: "aud", value: "a", idToken: true },
            "name must not be aud, which OpenID Connect reserves",
        ],
        [
            "the name of an assertion's subject that SAML reserves",
            applicationAttributeMapping,
            { applicationId: anId, name: "SAMLAssertion.subject", value: "a" },
            "name must not be samlAssertion.subject, which is reserved: the subject of an assertion is saml_subject",
        ],
        [
            "an attribute in no scope",
            applicationAttributeMapping,
            { applicationId: anId, name: "email", value: "a", oidcScopeIds: [] },
            "oidcScopeIds must have an entry",
        ],
        [
            "an attribute that is nowhere",
            resourceAttribute,
            { resourceId: anId, name: "tier", value: "a", idToken: false, userInfo: false },
            "userInfo must not be false where idToken is",
        ],
        [
            "a name that the resource openid reserves",
            resourceAttribute,
            { resourceId: anId, name: "p1.tier", value: "a", userInfo: false },
            "name must not be p1.tier, which is reserved in the resource openid",
        ],
        [
            "a system application that is none of ours",
            systemApplication,
            { type: "PING_ONE_ADMIN_CONSOLE" },
            "type must be one of PING_ONE_PORTAL, PING_ONE_SELF_SERVICE",
        ],
        [
            "a property of another system application",
            systemApplication,
            { type: "PING_ONE_PORTAL", enableDefaultThemeFooter: true },
            "enableDefaultThemeFooter belongs to type PING_ONE_SELF_SERVICE only, and this SystemApplication has type PING_ONE_PORTAL",
        ],
        [
            "data of one's own that are no object",
            group,
            { name: "managers", customData: canary },
            "customData must be an object",
        ],
        [
            "what rotates a secret and is no text",
            applicationSecret,
            { applicationId: anId, rotateWhen: { month: 7 } },
            "rotateWhen.month must be a string",
        ],
        [
            "a secret that is to live for more than 30 days",
            resourceSecret,
            { resourceId: anId, previousSecretExpiresInMinutes: 43201 },
            "previousSecretExpiresInMinutes must be at most 43200",
        ],
        [
            "claims of a scope that is not of openid",
            resourceScope,
            { resourceId: anId, name: "read", mappedClaims: [anId] },
            "mappedClaims is not a property of ResourceScope",
        ],
        [
            "an environment that is no id",
            customResource,
            { ...custom, environmentId: canary },
            "environmentId must be the id (a UUID) of an object in PingOne",
        ],
    ] as [string, Definition, Values, string][])
        it(`is ${title}`, async () => {
            expect(await problems(definition, program)).to.deep.equal([expected]);
        });

    for (const property of ["redirectUris", "postLogoutRedirectUris", "homePageUrl", "jwksUrl", "origins"])
        it(`is an address without a host or with white space: ${property}`, async () => {
            const program = (url: string) =>
                property === "origins"
                    ? { ...webApp, corsSettings: { behavior: "ALLOW_SPECIFIC_ORIGINS", origins: [url] } }
                    : { ...webApp, [property]: property.endsWith("Uris") ? [url] : url };
            for (const url of [
                "https://",
                "https:///x",
                "https://a:x",
                "https://exa mple.com",
                "https://a b/",
                "https://a/b c",
                " https://a",
            ])
                expect(await problems(application, program(url)), url).to.have.lengthOf.at.least(1);
            expect(await problems(application, program("https://a.example.com:8443"))).to.deep.equal([]);
        });

    it("is no address that has wildcards, or a scheme of the application's own", async () => {
        const uris = [
            "https://*.example.com:*/*?*",
            "https://*",
            "HTTPS://a.example.com",
            "com.example.orders:/callback",
        ];
        expect(
            await problems(application, {
                ...webApp,
                redirectUris: uris,
                allowWildcardInRedirectUris: true,
                postLogoutRedirectUris: [...uris, "http://a.example.com"],
                corsSettings: { behavior: "ALLOW_SPECIFIC_ORIGINS", origins: ["https://*.example.com:8080"] },
            }),
        ).to.deep.equal([]);
    });

    it("is a configuration that is missing or malformed, without a request", () =>
        withVariables({}, async () => {
            const reasons = async (config: Record<string, string>) =>
                (await check(customResource, { name: "", audience: 1 }, config)).failures.map(({ reason }) => reason);

            expect(await reasons({})).to.have.members([
                "PingOne's region is not configured. Set it with `pulumi config set pingone:regionCode <value>` or the environment variable PINGONE_REGION_CODE.",
                "the worker application's client id is not configured. Set it with `pulumi config set pingone:clientId <value>` or the environment variable PINGONE_CLIENT_ID.",
                "the worker application's client secret is not configured. Set it with `pulumi config set --secret pingone:clientSecret <value>` or the environment variable PINGONE_CLIENT_SECRET.",
                "the PingOne environment is not configured. Set it with `pulumi config set pingone:environmentId <value>` or the environment variable PINGONE_ENVIRONMENT_ID.",
                "name must not be empty",
                "audience must be a string",
            ]);
            expect(await reasons({ environmentId, regionCode: "XX", apiHostname: "https://a/b" })).to.have.members([
                "pingone:regionCode must be one of NA, CA, EU, AP, AU, SG. Set it with `pulumi config set pingone:regionCode <value>` or the environment variable PINGONE_REGION_CODE.",
                "pingone:apiHostname must be a host name, or a URL (https, or http for 127.0.0.1 and localhost) without a path. Set it with `pulumi config set pingone:apiHostname <value>` or the environment variable PINGONE_API_SERVICE_HOSTNAME.",
                "name must not be empty",
                "audience must be a string",
            ]);
        }));
});

describe("the inputs that check makes of a program", () => {
    it("are enabled, and in the configured environment", async () => {
        expect((await check(application, webApp)).inputs).to.deep.equal({ ...webApp, enabled: true, environmentId });
        expect((await check(customResource, { name: "orders" })).inputs).to.deep.equal({
            name: "orders",
            environmentId,
        });
    });

    it("keep what the program says", async () => {
        const program = { ...webApp, enabled: false, environmentId: anId };
        expect((await check(application, program)).inputs).to.deep.equal(program);
    });

    it("may be unknown altogether", async () => {
        const program = Object.fromEntries(propertyNames(application).map((property) => [property, unknownValue]));
        expect(await check(application, program)).to.deep.equal({ inputs: program, failures: [] });
    });
});
