import { type Kind, TIMESTAMPS } from "../notation/kind";
import { integer, reference } from "../notation/properties";
import { linksUnderApplication } from "./under-application";

const MOST = 2147483647;

/** A sign-on policy of an application, with its place among the others. */
export const applicationSignOnPolicyAssignment: Kind = {
    name: "Sign-on policy assignment",
    collection: "signOnPolicyAssignments",
    parent: "applications",
    notUnder: ({ type }) => type === "PING_ONE_ADMIN_CONSOLE",
    properties: {
        signOnPolicy: reference(
            { collection: "signOnPolicies", whenDeleted: "delete this object" },
            { required: true },
            { immutable: true },
        ),
        priority: integer(1, MOST, { required: true }),
    },
    hides: TIMESTAMPS,
    links: linksUnderApplication("signOnPolicyAssignments"),
};
