import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone";

const config = new pulumi.Config();

// A webhook that reports who was created and who was deleted. What the program marks as secret stays secret in the
// state, is compared with nothing, and is not in `answer`.
const audit = new pingone.ApiObject("audit", {
    collection: "subscriptions",
    body: {
        name: "audit",
        enabled: true,
        format: "ACTIVITY",
        protocol: "HTTPS",
        verifyTlsCertificates: true,
        filterOptions: { includedActionTypes: ["USER.CREATED", "USER.DELETED"] },
        httpEndpoint: {
            url: "https://audit.example.com/pingone",
            headers: { Authorization: config.getSecret("auditToken") ?? pulumi.secret("Bearer to-be-configured") },
        },
    },
    sets: ["filterOptions.includedActionTypes"],
});

// A policy that asks for the password, then for a second factor.
const policy = new pingone.ApiObject("sign-on", {
    collection: "signOnPolicies",
    body: { name: "Orders_Sign_On", description: "Password, then a second factor" },
});
action("password", { type: "LOGIN", priority: 1, recovery: { enabled: true } });
action("second-factor", { type: "MULTI_FACTOR_AUTHENTICATION", priority: 2, noDevicesMode: "BLOCK" });

/** One step of the policy: PingOne cannot make it one of another type. */
function action(name: string, body: pingone.ApiBody) {
    return new pingone.ApiObject(name, {
        collection: "signOnPolicies/{policyId}/actions",
        parents: { policyId: policy.id },
        body,
        replaces: ["type"],
    });
}

export const webhookId = audit.id;
export const webhookSince = audit.answer.apply((answer) => answer.createdAt);
