import { stripVTControlCharacters } from "node:util";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as pingone from "../../provider/index.js";
import { describeEngine, openEmulator } from "./engine.js";
import { requestsTo } from "./programs.js";
import { createProject } from "./project.js";
import { createStack } from "./stack.js";

/** An API of one's own with a scope, as a component. */
class Api extends pulumi.ComponentResource {
    readonly id: pulumi.Output<string>;

    constructor(name: string) {
        super("test:index:Api", name);
        const api = new pingone.CustomResource(name, {}, { parent: this });
        new pingone.ResourceScope(`${name}-read`, { resourceId: api.id, name: "read" }, { parent: this });
        this.id = api.id;
    }
}

describeEngine("a lookup under the engine", () => {
    it("waits in a preview for what the program is about to create, and finds it then", async () => {
        const emulator = await openEmulator();
        const stack = await createStack({
            program: async () => {
                const api = new pingone.CustomResource("orders");
                const component = new Api("invoices");
                return {
                    // Its name is known already, but nothing has it.
                    byName: pingone.getResourceOutput({ name: api.name }).id,
                    byArgument: pingone.getResourceOutput({ resourceId: api.id }).name,
                    byOption: pingone.getResourceOutput({ name: "orders" }, { dependsOn: api }).id,
                    within: pingone.getScopesOutput(
                        { resource: "invoices", names: ["read"] },
                        { dependsOn: pulumi.output([component]) },
                    ).resourceId,
                    orders: api.id,
                    invoices: component.id,
                };
            },
            env: emulator.env,
        });

        await stack.preview();
        expect(requestsTo(emulator)).to.deep.equal([]);

        await stack.up();
        const { byName, byArgument, byOption, within, orders, invoices } = stack.outputs();
        expect([byName, byArgument, byOption, within]).to.deep.equal([orders, "orders", orders, invoices]);
    });

    it("sees in each run of one process what is there then", async () => {
        const emulator = await openEmulator();
        const program = async () => ({ found: (await pingone.getResource({ name: "openid" })).description });
        const stack = await createStack({ program, env: emulator.env });
        await stack.up();
        const openid = emulator.objects("resources").find(({ name }) => name === "openid");
        emulator.edit(openid?.id ?? "", (resource) => {
            resource.description = "edited";
        });
        await stack.up();
        expect(stack.outputs()).to.deep.equal({ found: "edited" });
    });

    it("that fails shows its message, and where the program called it, and nothing of this package", async () => {
        const emulator = await openEmulator();
        const project = await createProject({
            env: emulator.env,
            files: {
                "Pulumi.yaml": "name: lookups\nruntime: nodejs\nmain: index.js\n",
                "index.js": `
const pingone = require("pulumi-pingone");
function portal() {
    return pingone.getScopesOutput({ resource: "openid", names: ["emails"] }).ids;
}
exports.one = portal();
exports.other = portal();
pingone.getResource({ name: "orders" });
`,
            },
        });
        const { output } = await project.pulumi(["preview", "--non-interactive"], { expectFailure: true });
        const text = stripVTControlCharacters(output);
        expect(text).to.match(
            /PingOneError: could not look up with getScopes: the resource "openid" has no scope named "emails"\n *There are: "address", "email", "openid", "phone", "profile"\.\n *at portal \(.*index\.js:4:\d+\)\n *at .*index\.js:6:\d+\)\n/,
        );
        expect(text).to.match(/getResource: there is no resource named "orders"\n.*\n *at .*index\.js:8:\d+\)\n/);
        expect(text).not.to.match(/dist.provider|facts|correlationId/);
        expect(text.match(/could not look up with getScopes/g)).to.have.lengthOf(1);
    });
});
