import { PolicyPack } from "@pulumi/policy";
import { policies } from "pulumi-pingone/policies";

new PolicyPack("pingone", {
    policies: [
        ...policies.recommended(),
        // Who may call what: whoever wants more has to change this list, too.
        policies.grantsOnlyAsListed({ allow: { "orders:*": ["orders-web"] } }),
        policies.rolesOnlyAsListed({ allow: {} }),
    ],
});
