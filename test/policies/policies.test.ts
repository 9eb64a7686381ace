import { expect } from "chai";
import * as pingone from "../../provider/index.js";
import { Analyzer, type Shown } from "./analyzer.js";

const classes = {
    Application: pingone.Application,
    CustomResource: pingone.CustomResource,
    ResourceScope: pingone.ResourceScope,
    Grant: pingone.Grant,
};

const typeOf = (name: string) => `pulumi-nodejs:dynamic/pingone:${name}`;

/** A resource of a class; the properties are those that the engine shows to policies. */
function shown(name: keyof typeof classes, properties: Shown["properties"] = {}): Shown {
    return { type: typeOf(name), name: `a-${name}`, properties };
}

describe("policies", () => {
    let analyzer: Analyzer;

    before("start the policy pack", async () => {
        analyzer = await Analyzer.start("pack.js");
    });
    after(() => analyzer?.stop());

    for (const name of Object.keys(classes) as (keyof typeof classes)[]) {
        it(`for the class ${name} fire for its resources, and for no others`, async () => {
            expect(await analyzer.analyze(shown(name, { scopeIds: ["one"] }))).to.deep.equal([`${name}: a-${name}`]);
        });
    }

    it("for a class see the properties by the names that programs use", async () => {
        expect(await analyzer.analyze(shown("Grant", { scopeIds: ["one", "two"] }))).to.include("few-scopes: 2 scopes");
        const worker = { type: "WORKER", tokenEndpointAuthMethod: "NONE" };
        expect(await analyzer.analyze(shown("Application", worker))).to.include(
            "few-scopes: a worker without a secret",
        );
    });

    it("for a class fire for a whole stack, and see outputs", async () => {
        const applications = ["one", "two"].map((clientId) => shown("Application", { clientId }));
        expect(await analyzer.analyzeStack([...applications, shown("Grant")])).to.deep.equal([
            "few-applications: one and two",
        ]);
        expect(await analyzer.analyzeStack([shown("Application"), shown("Grant")])).to.deep.equal([]);
    });

    it("of the guide let reports read identity data, and nobody else", async () => {
        const assignment = {
            type: typeOf("ApplicationRoleAssignment"),
            name: "a-role",
            properties: { applicationId: "an-id", roleId: "3f0a7c1e-6f5b-4c1f-9d57-1f2f3a4b5c6d" },
        };
        const assigned = (name: string) => {
            const application = shown("Application", { name });
            return [application, { ...assignment, from: { applicationId: [application] } }];
        };
        expect(await analyzer.analyzeStack(assigned("reports-daily"))).to.deep.equal([]);
        expect((await analyzer.analyzeStack(assigned("sync"))).join()).to.include(
            "pingone-roles-only-as-listed: sync must not have the role Identity Data Read Only",
        );
    });

    it("and other code tell classes by the type alone, as with generated packages", () => {
        for (const [name, { isInstance }] of Object.entries(classes)) {
            const type = { __pulumiType: typeOf(name) };
            expect(isInstance(type), name).to.equal(true);
            const others = Object.entries(classes).filter(([other]) => other !== name);
            expect(others.filter(([, other]) => other.isInstance(type))).to.deep.equal([]);
            for (const value of [undefined, null, "", {}, { __pulumiType: "aws:s3/bucket:Bucket" }])
                expect(isInstance(value)).to.equal(false);
        }
    });
});
