import { application } from "../../provider/applications/application/definition";
import { applicationSecret } from "../../provider/applications/application-secret";
import type { Definition } from "../../provider/lifecycle/definition";
import type { Values } from "../../provider/lifecycle/values/paths";
import { customResource } from "../../provider/resources/custom-resource";
import { resourceSecret } from "../../provider/resources/resource-secret";
import { type ClassCase, created } from "./class-case";

function secretsOf(definition: Definition, parent: string, holder: Definition, program: Values): ClassCase {
    return {
        title: definition.type,
        definition,
        exists: true,
        prepare: async (tenant) => {
            const itself = await created(tenant, holder, { ...program, name: "orders" });
            const other = await created(tenant, holder, { ...program, name: "invoices" });
            return { environmentId: tenant.emulator.environmentId, itself, other, [parent]: itself };
        },
        minimal: ({ itself }) => ({ [parent]: itself }),
        full: ({ itself, environmentId }) => ({
            [parent]: itself,
            environmentId,
            rotateWhen: { month: "2026-07", "by.whom": "me" },
            previousSecretExpiresInMinutes: 60,
        }),
        unseen: ["rotateWhen", "previousSecretExpiresInMinutes"],
        replacements: ({ other }) => [{ title: `another ${parent}`, change: { [parent]: other }, deletesFirst: false }],
    };
}

/** The secrets of everything that has one. */
export const secretCases: ClassCase[] = [
    secretsOf(applicationSecret, "applicationId", application, { type: "WEB_APP", protocol: "OPENID_CONNECT" }),
    secretsOf(resourceSecret, "resourceId", customResource, {}),
];
