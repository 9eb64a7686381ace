import type { PulumiFn } from "@pulumi/pulumi/automation";
import type { Emulator } from "../../emulator/index.js";
import * as pingone from "../../provider/index.js";

/** The program of each recorded state, by the name of its folder. Like the states, programs are only added. */
export const programs: Record<string, (emulator: Emulator) => PulumiFn> = {
    "format-1": (emulator) => async () => {
        const key = "a key of Google's";
        new pingone.Application("web", {
            name: "Web shop",
            protocol: "OPENID_CONNECT",
            type: "WEB_APP",
            description: "Where customers order",
            enabled: false,
            hiddenFromAppPortal: true,
            homePageUrl: "https://shop.example.com",
            loginPageUrl: "https://shop.example.com/login",
            icon: { id: "0f6a2d3c-4b1e-4c8e-9f63-1f2f4a6b7c8d", href: "https://shop.example.com/icon.png" },
            accessControl: {
                group: {
                    type: "ANY_GROUP",
                    groupIds: ["b3a1f0de-58c4-4f43-9a0e-7b1f5a6c2d11", "4c0f5c8e-2c59-4a53-8a8f-3f9f1f0a1b22"],
                },
            },
            grantTypes: ["REFRESH_TOKEN", "AUTHORIZATION_CODE"],
            responseTypes: ["CODE"],
            tokenEndpointAuthMethod: "PRIVATE_KEY_JWT",
            jwksUrl: "https://shop.example.com/jwks",
            redirectUris: ["https://shop.example.com/callback", "https://*.shop.example.com/callback"],
            allowWildcardInRedirectUris: true,
            postLogoutRedirectUris: ["https://shop.example.com/bye"],
            initiateLoginUri: "https://shop.example.com/start",
            targetLinkUri: "https://shop.example.com/target",
            pkceEnforcement: "S256_REQUIRED",
            parRequirement: "REQUIRED",
            parTimeout: 90,
            refreshTokenDuration: 3600,
            refreshTokenRollingDuration: 86400,
            refreshTokenRollingGracePeriodDuration: 0,
            refreshTokenType: "JSON_WEB_TOKEN",
            additionalRefreshTokenReplayProtectionEnabled: false,
            requireSignedRequestObject: true,
            corsSettings: {
                behavior: "ALLOW_SPECIFIC_ORIGINS",
                origins: ["https://shop.example.com", "https://pay.example.com"],
            },
            signing: { keyRotationPolicyId: "9d1e2f30-4a5b-4c6d-8e7f-0a1b2c3d4e5f" },
            includeX5t: true,
            requestScopesForMultipleResourcesEnabled: true,
            idpSignoff: true,
            opSessionCheckEnabled: true,
            assignActorRoles: false,
        });
        const mobile = new pingone.Application("mobile", {
            protocol: "OPENID_CONNECT",
            type: "NATIVE_APP",
            grantTypes: ["AUTHORIZATION_CODE", "DEVICE_CODE"],
            responseTypes: ["CODE"],
            redirectUris: ["com.example.shop:/callback"],
            devicePathId: "shop",
            deviceCustomVerificationUri: "https://shop.example.com/device",
            deviceTimeout: 300,
            devicePollingInterval: 10,
            mobile: {
                bundleId: "com.example.shop",
                packageName: "com.example.shop.android",
                passcodeGracePeriod: 3,
                passcodeRefreshDuration: { duration: 45, timeUnit: "SECONDS" },
                integrityDetection: {
                    mode: "ENABLED",
                    excludedPlatforms: ["IOS"],
                    cacheDuration: { amount: 2, units: "HOURS" },
                    googlePlay: { verificationType: "INTERNAL", decryptionKey: key, verificationKey: key },
                },
                push: { numberMatching: { type: "ENTER_MANUALLY" } },
                uriPrefix: "https://shop.example.com/app",
            },
        });
        const service = new pingone.Application("service", {
            protocol: "OPENID_CONNECT",
            type: "SERVICE",
            grantTypes: ["CLIENT_CREDENTIALS"],
            tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
        });
        const orders = new pingone.CustomResource("orders", {
            name: "Orders API",
            description: "What was ordered",
            audience: "https://orders.example.com",
            accessTokenValiditySeconds: 900,
            introspectEndpointAuthMethod: "CLIENT_SECRET_POST",
            applicationPermissionsSettings: { claimEnabled: true },
        });
        // Its audience is what PingOne makes of the name.
        const stock = new pingone.CustomResource("stock");
        const openidId = emulator.objects("resources").find(({ name }) => name === "openid")?.id ?? "";
        const openid = pingone.CustomResource.get("openid", openidId);
        const read = new pingone.ResourceScope("read", {
            resourceId: orders.id,
            name: "orders:read",
            description: "Read orders",
        });
        const write = new pingone.ResourceScope("write", { resourceId: orders.id, name: "orders:write" });
        const count = new pingone.ResourceScope("count", { resourceId: stock.id });
        new pingone.Grant("orders-for-service", {
            applicationId: service.id,
            resourceId: orders.id,
            scopeIds: [write.id, read.id],
        });
        new pingone.Grant("stock-for-service", {
            applicationId: service.id,
            resourceId: stock.id,
            scopeIds: [count.id],
        });
        const scopeIds = emulator
            .objects("scopes")
            .filter(({ name, resource }) => resource?.id === openidId && ["openid", "email"].includes(name ?? ""))
            .map(({ id }) => id);
        new pingone.Grant("openid-for-mobile", { applicationId: mobile.id, resourceId: openid.id, scopeIds });
    },
    "format-1-minimal": () => async () => {
        const web = new pingone.Application("web", { protocol: "OPENID_CONNECT", type: "WEB_APP" });
        const orders = new pingone.CustomResource("orders");
        const read = new pingone.ResourceScope("read", { resourceId: orders.id });
        new pingone.Grant("grant", { applicationId: web.id, resourceId: orders.id, scopeIds: [read.id] });
    },
};
