import { PolicyPack, validateResourceOfType } from "@pulumi/policy";
import * as pingone from "pulumi-pingone";
import { policies } from "pulumi-pingone/policies";

new PolicyPack("pingone", {
    policies: [
        policies.pkceForPublicClients(),
        policies.noImplicitGrant(),
        policies.noneOnlyForPublicClients(),
        policies.noWildcardRedirects(),
        policies.httpsOnly(),
        policies.noLocalhostInProduction({ stacks: ["production"] }),
        policies.maximumAccessTokenLifetime({ seconds: 3600 }),
        policies.maximumRefreshTokenLifetime({ rollingSeconds: 7776000, enforcementLevel: "advisory" }),
        policies.noPlainSecretOutputs(),

        // Who may call what: whoever wants more has to change this file, which other people review.
        policies.grantsOnlyAsListed({
            allow: {
                openid: ["*"],
                profile: ["*"],
                email: ["portal"],
                "orders:*": ["orders-web", "orders-batch"],
            },
        }),
        policies.rolesOnlyAsListed({ allow: {} }),

        // One of our own, with the properties of the class and their types.
        {
            name: "described-applications",
            description: "Every application says what it is for.",
            enforcementLevel: "advisory",
            validateResource: validateResourceOfType(pingone.Application, (application, _, reportViolation) => {
                if (!application.description) reportViolation("give the application a description.");
            }),
        },
    ],
});
