import { type JsonObject, textAt } from "../notation/json";
import { type Kind, READ_ONLY } from "../notation/kind";
import type { Lookup } from "../notation/surroundings";

/** A new environment; which is all that there is of it: requests do not manage environments here. */
export function newEnvironment(id: string, name: string | undefined, lookup: Lookup): JsonObject & { id: string } {
    const [organization] = lookup.all("organizations");
    const [license] = lookup.all("licenses", String(organization?.id));
    return {
        id,
        name: name ?? "Emulated environment",
        description: "An environment of the PingOne emulator.",
        organization: { id: organization?.id },
        type: "SANDBOX",
        region: "NA",
        license: { id: license?.id },
    };
}

/** An environment of the organization; requests can only read it. */
export const environment: Kind = {
    name: "Environment",
    collection: "environments",
    ofOrganization: true,
    can: READ_ONLY,
    properties: {},
    links: (environment) => {
        const self = `/environments/${environment.id}`;
        const organization = `/organizations/${textAt(environment, "organization.id")}`;
        return {
            self,
            organization,
            license: `${organization}/licenses/${textAt(environment, "license.id")}`,
            applications: `${self}/applications`,
            resources: `${self}/resources`,
        };
    },
    filters: { name: ["sw"], id: ["eq"], "organization.id": ["eq"], "license.id": ["eq"] },
};
