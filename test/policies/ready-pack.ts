import { PolicyPack } from "@pulumi/policy";
import { policies } from "../../provider/policies/index.js";

// The ready-made policies as they are, and some with other settings under names of their own.
process.once("disconnect", () => process.exit());

new PolicyPack("ready", {
    policies: [
        ...policies.recommended(),
        policies.grantsOnlyAsListed({
            allow: {
                "orders:*": ["orders-web", "batch-*"],
                openid: ["*"],
                "p1:read:user": ["orders-web"],
                "p1:*": ["*"],
            },
        }),
        policies.rolesOnlyAsListed({
            roles: { "Identity Data Read Only": "0F9A0B5E-51F5-4B7E-9D1A-0B2A7D2F3C11" },
            allow: { "report*": ["Identity Data Read Only", "7c1e5a3b-2f4d-4e6f-8a9b-0c1d2e3f4a5b"] },
        }),
        { ...policies.httpsOnly({ allowLocalhost: false }), name: "https-everywhere" },
        { ...policies.noneOnlyForPublicClients({ types: ["SERVICE"] }), name: "none-for-services" },
        {
            ...policies.noLocalhostInProduction({ stacks: ["live"], allowNativeApps: false }),
            name: "no-localhost-live",
        },
        { ...policies.noImplicitGrant({ enforcementLevel: "disabled" }), name: "switched-off" },
    ],
});
