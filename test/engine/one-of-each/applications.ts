import * as pulumi from "@pulumi/pulumi";
import * as pingone from "../../../provider/index.js";

const config = new pulumi.Config();
const environmentId = config.require("environmentId");
const picture = { id: "00000000-0000-4000-8000-000000000001", href: "https://orders.example.com/icon.png" };
const cors = { behavior: "ALLOW_SPECIFIC_ORIGINS" as const, origins: ["https://orders.example.com"] };
const keySet = '{"keys":[{"kty":"RSA","kid":"one","e":"AQAB","n":"0vx7"}]}';

/** Applications of every kind, with all that they can have. */
export function applications(group: pingone.Group) {
    const common = {
        description: "Where customers order",
        enabled: false,
        hiddenFromAppPortal: true,
        homePageUrl: "https://orders.example.com",
        loginPageUrl: "https://orders.example.com/login",
        icon: picture,
        accessControl: {
            role: { type: "ADMIN_USERS_ONLY" as const },
            group: { type: "ANY_GROUP" as const, groups: [group] },
        },
        environmentId,
    };
    const openIdConnect = {
        ...common,
        protocol: "OPENID_CONNECT" as const,
        grantTypes: ["AUTHORIZATION_CODE" as const, "REFRESH_TOKEN" as const, "DEVICE_CODE" as const],
        responseTypes: ["CODE" as const],
        tokenEndpointAuthMethod: "PRIVATE_KEY_JWT" as const,
    };
    const web = new pingone.Application("web", {
        ...openIdConnect,
        name: "Orders",
        type: "WEB_APP",
        redirectUris: ["https://*.orders.example.com/callback"],
        allowWildcardInRedirectUris: true,
        postLogoutRedirectUris: ["https://orders.example.com/bye"],
        initiateLoginUri: "https://orders.example.com/initiate",
        targetLinkUri: "https://orders.example.com/target",
        pkceEnforcement: "S256_REQUIRED",
        parRequirement: "REQUIRED",
        parTimeout: 90,
        refreshTokenDuration: 3600,
        refreshTokenRollingDuration: 7200,
        refreshTokenRollingGracePeriodDuration: 30,
        refreshTokenType: "JSON_WEB_TOKEN",
        additionalRefreshTokenReplayProtectionEnabled: false,
        corsSettings: cors,
        signing: { keyRotationPolicyId: config.require("keyRotationPolicyId") },
        includeTyp: true,
        includeX5t: true,
        requestScopesForMultipleResourcesEnabled: true,
        idpSignoff: true,
        opSessionCheckEnabled: true,
        devicePathId: "orders",
        deviceCustomVerificationUri: "https://orders.example.com/device",
        deviceTimeout: 300,
        devicePollingInterval: 10,
        assignActorRoles: true,
        jwks: keySet,
        requireSignedRequestObject: true,
    });
    const native = new pingone.Application("native", {
        ...openIdConnect,
        type: "NATIVE_APP",
        jwksUrl: "https://orders.example.com/keys",
        supportUnsignedRequestObject: true,
        kerberos: { keyId: pingone.getKeyOutput({ name: "Emulated ISSUANCE" }).id },
        mobile: {
            bundleId: "com.example.orders",
            packageName: "com.example.orders.android",
            huaweiAppId: "101",
            huaweiPackageName: "com.example.orders.huawei",
            passcodeGracePeriod: 3,
            passcodeRefreshDuration: { duration: 45, timeUnit: "SECONDS" },
            integrityDetection: {
                mode: "ENABLED",
                excludedPlatforms: ["IOS"],
                cacheDuration: { amount: 2, units: "HOURS" },
                googlePlay: {
                    verificationType: "INTERNAL",
                    decryptionKey: "the decryption key",
                    verificationKey: "the verification key",
                },
            },
            push: { numberMatching: { type: "SELECT_NUMBER" } },
            uriPrefix: "https://orders.example.com/app",
        },
    });
    new pingone.Application("watched-by-google", {
        type: "NATIVE_APP",
        protocol: "OPENID_CONNECT",
        mobile: {
            integrityDetection: {
                mode: "ENABLED",
                cacheDuration: { amount: 2, units: "HOURS" },
                googlePlay: { verificationType: "GOOGLE", serviceAccountCredentials: '{"type":"service_account"}' },
            },
            packageName: "com.example.watched",
        },
    });
    const worker = new pingone.Application("worker", {
        type: "WORKER",
        protocol: "OPENID_CONNECT",
        grantTypes: ["CLIENT_CREDENTIALS"],
        tags: ["PING_FED_CONNECTION_INTEGRATION"],
    });
    const idpSigning = {
        keyId: pingone.getKeyOutput({ name: "Emulated SIGNING" }).id,
        algorithm: "SHA256withRSA" as const,
    };
    const saml = new pingone.Application("saml", {
        ...common,
        protocol: "SAML",
        type: "WEB_APP",
        acsUrls: ["https://orders.example.com/acs", "https://orders.example.com/a-second"],
        assertionDuration: 300,
        spEntityId: "https://orders.example.com/saml",
        assertionSigned: false,
        responseSigned: true,
        defaultTargetUrl: "https://orders.example.com/basket",
        enableRequestedAuthnContext: true,
        enableAlwaysAcceptAcsUrlInSignedAuthnRequest: true,
        idpSigning,
        nameIdFormat: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
        sessionNotOnOrAfterDuration: 3600,
        sloBinding: "HTTP_REDIRECT",
        sloEndpoint: "https://orders.example.com/slo",
        sloResponseEndpoint: "https://orders.example.com/slo/answers",
        sloWindow: 8,
        spEncryption: {
            algorithm: "AES_256",
            certificateId: pingone.getCertificateOutput({ name: "Emulated ENCRYPTION" }).id,
        },
        spVerification: {
            authnRequestSigned: true,
            certificateIds: [pingone.getCertificateOutput({ name: "Emulated SIGNING" }).id],
        },
        virtualServerIdSettings: {
            enabled: true,
            virtualServerIds: [{ vsId: "https://orders.example.com/one", default: true }],
        },
        corsSettings: cors,
    });
    const gateway = pingone.getGatewayOutput({ name: "Directory" });
    new pingone.Application("ws-fed", {
        ...common,
        protocol: "WS_FED",
        type: "WEB_APP",
        domainName: "orders.example.com",
        replyUrl: "https://orders.example.com/reply",
        idpSigning,
        assertionDuration: 600,
        audienceRestriction: "urn:federation:orders",
        kerberos: {
            gateways: [
                {
                    id: gateway.id,
                    type: "LDAP",
                    userTypeId: gateway.apply(({ userTypes = [] }) => userTypes[0]?.id ?? ""),
                },
            ],
        },
        sloEndpoint: "https://orders.example.com/slo",
        subjectNameIdentifierFormat: "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
        wsTrustVersion: "1.3",
        hybridJoinDeviceAttribute: "externalId",
        stsTokenType: "urn:oasis:names:tc:SAML:1.0:assertion",
        useMex13: true,
        userAttributeUsernameMatch: "username",
        corsSettings: cors,
    });
    new pingone.Application("link", {
        ...common,
        protocol: "EXTERNAL_LINK",
        type: "PORTAL_LINK_APP",
        externalId: "orders-1",
    });
    new pingone.SystemApplication("portal", {
        ...common,
        name: "Our own",
        type: "PING_ONE_SELF_SERVICE",
        applyDefaultTheme: true,
        enableDefaultThemeFooter: true,
        logoutType: "SAML2_SLO",
        manageDevicesViaMyAccountEnabled: true,
        pkceEnforcement: "S256_REQUIRED",
        tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
    });
    return { web, native, worker, saml };
}
