import {
    PolicyPack,
    type ResourceValidationPolicy,
    type StackValidationPolicy,
    validateResourceOfType,
    validateStackResourcesOfType,
} from "@pulumi/policy";
import * as pingone from "../../provider/index.js";
import { block } from "../docs/fences.js";
import { writtenFile } from "../engine/written-program.js";

// A policy pack as a user writes one; a process of its own, as there can be one pack in each. It ends with the test.
process.once("disconnect", () => process.exit());

/** A policy that says of every resource of its class that it is one. */
function guard(name: string, validateResource: ResourceValidationPolicy["validateResource"]): ResourceValidationPolicy {
    return { name, description: `guards each ${name}`, enforcementLevel: "mandatory", validateResource };
}

const fewScopes: ResourceValidationPolicy = guard("few-scopes", [
    validateResourceOfType(pingone.Grant, ({ scopeIds = [] }, _, reportViolation) => {
        if (scopeIds.length > 1) reportViolation(`${scopeIds.length} scopes`);
    }),
    validateResourceOfType(pingone.Application, (app, _, reportViolation) => {
        if (app.type === "WORKER" && app.tokenEndpointAuthMethod === "NONE")
            reportViolation("a worker without a secret");
    }),
]);

const { roles } = writtenFile(block("docs/guides/policies.md", 1).code)() as { roles: StackValidationPolicy };

const fewApplications: StackValidationPolicy = {
    name: "few-applications",
    description: "guards the number of applications",
    enforcementLevel: "mandatory",
    validateStack: validateStackResourcesOfType(pingone.Application, (applications, _, reportViolation) => {
        if (applications.length > 1) reportViolation(applications.map(({ clientId }) => clientId).join(" and "));
    }),
};

new PolicyPack("guards", {
    policies: [
        guard(
            "Application",
            validateResourceOfType(pingone.Application, (_, { name }, report) => report(name)),
        ),
        guard(
            "CustomResource",
            validateResourceOfType(pingone.CustomResource, (_, { name }, report) => report(name)),
        ),
        guard(
            "ResourceScope",
            validateResourceOfType(pingone.ResourceScope, (_, { name }, report) => report(name)),
        ),
        guard(
            "Grant",
            validateResourceOfType(pingone.Grant, (_, { name }, report) => report(name)),
        ),
        fewScopes,
        fewApplications,
        roles,
    ],
});
