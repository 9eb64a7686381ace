import { textAt } from "../notation/json";
import { type Kind, READ_ONLY } from "../notation/kind";

/** The one organization, which all environments are in. */
export const organization: Kind = {
    name: "Organization",
    collection: "organizations",
    ofOrganization: true,
    can: READ_ONLY,
    properties: {},
    links: ({ id }) => ({
        self: `/organizations/${id}`,
        environments: "/environments",
        licenses: `/organizations/${id}/licenses`,
    }),
    builtIns: () => [{ name: "Emulated organization", type: "INTERNAL" }],
};

/** What the organization has paid for; environments refer to it. */
export const license: Kind = {
    name: "License",
    collection: "licenses",
    parent: "organizations",
    ofOrganization: true,
    can: READ_ONLY,
    properties: {},
    links: (license) => {
        const organization = `/organizations/${textAt(license, "organization.id")}`;
        return { self: `${organization}/licenses/${license.id}`, organization };
    },
    builtIns: () => [{ name: "INTERNAL", package: "INTERNAL", status: "ACTIVE" }],
    filters: { status: ["eq"] },
};
