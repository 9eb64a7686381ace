import { expect } from "chai";
import type { Collection } from "../../emulator/index";
import { application } from "../../provider/applications/application/definition";
import { applicationAttributeMapping } from "../../provider/applications/application-attribute-mapping";
import { applicationRoleAssignment } from "../../provider/applications/application-role-assignment";
import { grant } from "../../provider/applications/grant";
import type { Definition } from "../../provider/lifecycle/definition";
import type { Values } from "../../provider/lifecycle/values/paths";
import { customResource } from "../../provider/resources/custom-resource";
import { resourceAttribute } from "../../provider/resources/resource-attribute";
import { resourceScope } from "../../provider/resources/resource-scope";
import { created, existing } from "../provider/class-case";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";
import { Fleet } from "./fleet";

const count = 200;

function many(program: (index: number) => Values): Values[] {
    return Array.from({ length: count }, (_, index) => program(index));
}

interface Children {
    definition: Definition;
    collection: Collection;
    /** Makes their parent; what the program says of each. */
    prepare(tenant: Tenant): Promise<Values[]>;
}

const web = (tenant: Tenant) =>
    created(tenant, application, { name: "web", type: "WEB_APP", protocol: "OPENID_CONNECT" });
const api = (tenant: Tenant) => created(tenant, customResource, { name: "api" });

const all: Children[] = [
    {
        definition: resourceScope,
        collection: "scopes",
        prepare: async (tenant) => {
            const resourceId = await api(tenant);
            return many((index) => ({ resourceId, name: `scope-${index}` }));
        },
    },
    {
        definition: resourceAttribute,
        collection: "resources/attributes",
        prepare: async (tenant) => {
            const resourceId = await api(tenant);
            return many((index) => ({ resourceId, name: `attribute-${index}`, value: "some text" }));
        },
    },
    {
        definition: applicationAttributeMapping,
        collection: "applications/attributes",
        prepare: async (tenant) => {
            const applicationId = await web(tenant);
            return many((index) => ({ applicationId, name: `attribute-${index}`, value: "some text" }));
        },
    },
    {
        definition: grant,
        collection: "grants",
        prepare: async (tenant) => {
            const applicationId = await web(tenant);
            const { emulator } = tenant;
            return many((index) => {
                const { id } = emulator.add("resources", { name: `api-${index}`, type: "CUSTOM" });
                const scope = emulator.add("scopes", { name: `scope-${index}` }, { parentId: id });
                return { applicationId, resourceId: id, scopeIds: [scope.id] };
            });
        },
    },
    {
        definition: applicationRoleAssignment,
        collection: "roleAssignments",
        prepare: async (tenant) => {
            const applicationId = await web(tenant);
            const roleId = existing(tenant, "roles", "Identity Data Admin");
            return many((index) => {
                const { id } = tenant.emulator.add("populations", { name: `population-${index}` });
                return { applicationId, roleId, scope: { type: "POPULATION", id } };
            });
        },
    },
];

describe("two hundred children of one parent, created at once", () => {
    afterEach(closeTenants);

    for (const { definition, collection, prepare } of all)
        it(`are all there, once each, for a request each: ${definition.type}`, async () => {
            const tenant = await startTenant();
            const programs = await prepare(tenant);
            const before = tenant.emulator.objects(collection).length;
            tenant.emulator.clearRequests();

            const children = await new Fleet(tenant).create(definition, programs);

            expect(new Set(children.map(({ existingId }) => existingId)).size).to.equal(count);
            expect(tenant.emulator.objects(collection)).to.have.lengthOf(before + count);
            expect(tenant.requests.filter((request) => request.startsWith("POST "))).to.have.lengthOf(count);
            expect(tenant.requests).to.have.lengthOf(count);
        });
});
