import { type Kind, TIMESTAMPS } from "../notation/kind";
import { group, idOf, integer } from "../notation/properties";
import { linksUnderApplication } from "./under-application";

const MOST = 2147483647;

/** A flow policy of DaVinci of an application, with its place among the others. */
export const applicationFlowPolicyAssignment: Kind = {
    name: "Flow policy assignment",
    collection: "flowPolicyAssignments",
    parent: "applications",
    notUnder: ({ type }) => type === "PING_ONE_ADMIN_CONSOLE",
    properties: {
        flowPolicy: group(
            { id: idOf({ collection: "flowPolicies", whenDeleted: "delete this object" }, { required: true }) },
            { required: true },
        ),
        priority: integer(1, MOST, { required: true }),
    },
    hides: TIMESTAMPS,
    links: linksUnderApplication("flowPolicyAssignments"),
};
