import type { JsonObject } from "../json";
import type { Environment } from "../store";

/** The answer about an environment, which is all that there is of it: environments are not managed here. */
export function environmentAnswer(environment: Environment, baseUrl: string): JsonObject {
    const { id, organizationId, licenseId, createdAt } = environment;
    const self = `${baseUrl}/environments/${id}`;
    const organization = `${baseUrl}/organizations/${organizationId}`;
    return {
        _links: {
            self: { href: self },
            organization: { href: organization },
            license: { href: `${organization}/licenses/${licenseId}` },
            applications: { href: `${self}/applications` },
            resources: { href: `${self}/resources` },
        },
        id,
        name: "Emulated environment",
        description: "An environment of the PingOne emulator.",
        organization: { id: organizationId },
        type: "SANDBOX",
        region: "NA",
        createdAt,
        updatedAt: createdAt,
        license: { id: licenseId },
    };
}
