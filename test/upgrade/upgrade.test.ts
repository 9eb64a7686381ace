import { expect } from "chai";
import type { Emulator } from "../../emulator/index.js";
import { application } from "../../provider/applications/application/definition.js";
import { grant } from "../../provider/applications/grant.js";
import type { Definition } from "../../provider/lifecycle/definition.js";
import { toProvider } from "../../provider/lifecycle/provider.js";
import type { Values } from "../../provider/lifecycle/values/paths.js";
import { customResource } from "../../provider/resources/custom-resource.js";
import { resourceScope } from "../../provider/resources/resource-scope.js";
import { runOf, Tenant } from "../support/tenant.js";
import { names, type Recorded, recorded, startRecorded } from "./fixtures.js";

const definitions: Record<string, Definition> = {
    Application: application,
    CustomResource: customResource,
    ResourceScope: resourceScope,
    Grant: grant,
};

/** A change of each class that no version may answer with a replacement. */
const changes: Record<string, (inputs: Values) => Values> = {
    Application: (inputs) => ({ ...inputs, redirectUris: ["https://new.example.com/callback"] }),
    CustomResource: (inputs) => ({ ...inputs, accessTokenValiditySeconds: 1200 }),
    ResourceScope: (inputs) => ({ ...inputs, name: `${inputs.name}:renamed` }),
    Grant: (inputs) => ({ ...inputs, scopeIds: (inputs.scopeIds as string[]).slice(0, 1) }),
};

for (const name of names) {
    describe(`the recorded state ${name}`, () => {
        let emulator: Emulator;
        const all = recorded(name);
        const managed = all.filter(({ external }) => !external);

        beforeEach(async () => {
            emulator = await startRecorded(name);
        });
        afterEach(() => emulator.close());

        /** The provider of a resource, in a process of its own. */
        const provider = ({ type }: Recorded) => {
            const definition = definitions[type];
            if (!definition) throw new Error(`no definition of ${type}`);
            return toProvider(definition, runOf(new Tenant(emulator).config));
        };
        const check = async (resource: Recorded, program: Values) => {
            const { inputs, failures } = await provider(resource).check(resource.inputs, program);
            expect(failures, resource.urn).to.deep.equal([]);
            return { ...inputs, __provider: resource.inputs.__provider } as Values;
        };
        const compare = async (resource: Recorded, program: Values) =>
            provider(resource).diff(resource.id, resource.outputs, await check(resource, program));

        /** Whether the version that wrote the state did not know an output that there is now. */
        const lacksAnOutput = ({ type, outputs }: Recorded) =>
            Object.keys(definitions[type]?.outputs ?? {}).some((output) => outputs[output] === undefined);

        it("previews without a request, and without a difference but for outputs that came later", async () => {
            for (const resource of managed)
                expect(await compare(resource, resource.inputs), resource.urn).to.deep.equal({
                    changes: lacksAnOutput(resource),
                    replaces: [],
                    deleteBeforeReplace: false,
                });
            expect(emulator.requests).to.deep.equal([]);
        });

        it("gets outputs that came later without a write", async () => {
            for (const resource of managed.filter(lacksAnOutput)) {
                const news = await check(resource, resource.inputs);
                const { outs = {} } = await provider(resource).update(resource.id, resource.outputs, news);
                expect(lacksAnOutput({ ...resource, outputs: outs }), resource.urn).to.equal(false);
            }
            expect(emulator.requests.filter(({ method }) => method !== "GET" && method !== "POST")).to.deep.equal([]);
        });

        it("refreshes without losing or changing anything, and previews without a difference afterwards", async () => {
            for (const resource of managed) {
                const { id, props, inputs } = await provider(resource).read(resource.id, resource.outputs);
                expect(id, resource.urn).to.equal(resource.id);
                expect({ ...inputs, __provider: resource.inputs.__provider }, resource.urn).to.deep.equal(
                    resource.inputs,
                );
                expect({ ...props, __provider: resource.outputs.__provider }, resource.urn).to.deep.include(
                    resource.outputs,
                );
                const refreshed = { ...resource, outputs: props as Values };
                expect(await compare(refreshed, resource.inputs), resource.urn).to.include({ changes: false });
            }
        });

        it("still shows what .get read", async () => {
            for (const resource of all.filter(({ external }) => external)) {
                const { id, props } = await provider(resource).read(resource.id, resource.inputs);
                expect(id).to.equal(resource.id);
                expect({ ...props, __provider: resource.outputs.__provider }).to.deep.include(resource.outputs);
            }
        });

        it("updates each object in place", async () => {
            for (const resource of managed) {
                const program = changes[resource.type]?.(resource.inputs) ?? {};
                if (JSON.stringify(program) !== JSON.stringify(resource.inputs))
                    expect(await compare(resource, program)).to.deep.include({ changes: true, replaces: [] });
                const news = await check(resource, program);
                const { outs } = await provider(resource).update(resource.id, resource.outputs, news);
                const { __provider, ...values } = program;
                expect(outs, resource.urn).to.deep.include(values);
                const { inputs } = await provider(resource).read(resource.id, outs);
                expect(inputs, resource.urn).to.deep.equal(values);
            }
        });

        it("knows what the program had given, and clears it when it is left out", async () => {
            for (const resource of managed.filter(({ inputs }) => inputs.description !== undefined)) {
                const { description, ...program } = resource.inputs;
                expect(await compare(resource, program)).to.include({ changes: true });
                await provider(resource).update(resource.id, resource.outputs, await check(resource, program));
                expect(emulator.get(resource.id)).to.not.have.property("description");
            }
        });

        it("destroys all that it manages, and nothing else", async () => {
            for (const resource of [...managed].reverse()) {
                await provider(resource).delete(resource.id, resource.outputs);
                expect(emulator.get(resource.id)).to.equal(undefined);
            }
            expect(emulator.snapshot()).to.deep.equal({ applications: [], resources: [], scopes: [], grants: [] });
            for (const { id, external } of all) if (external) expect(emulator.get(id)).to.not.equal(undefined);
        });
    });
}
