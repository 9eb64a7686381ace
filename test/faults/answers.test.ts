import { expect } from "chai";
import { toProvider } from "../../provider/lifecycle/provider";
import { failure } from "../support/failure";
import { closeTenants, startTenant } from "../support/tenant";
import { expectNoSecrets, hurry } from "./messages";
import { applications, canary, subjects } from "./subjects";

/** How the engine's wire sees a value. */
function overTheWire(value: unknown): unknown {
    return JSON.parse(JSON.stringify(value));
}

describe("what leaves the provider", () => {
    hurry();
    afterEach(closeTenants);

    for (const subject of subjects) {
        const { definition, collection } = subject;
        describe(definition.type, () => {
            it("can be stored by the engine, whatever the answer lacks", async () => {
                const tenant = await startTenant();
                const { first, second } = await subject.prepare(tenant);
                // Of an object the answers hold nothing but its id.
                tenant.emulator.fault({
                    path: new RegExp(`/${collection}(/[^/?]*)?$`),
                    times: Number.POSITIVE_INFINITY,
                    effect: {
                        edit: (body) => {
                            for (const name of Object.keys(body))
                                if (!["id", "_links", "_embedded"].includes(name)) delete body[name];
                        },
                    },
                });
                // A class added later may make such values of what it reads.
                const outputs = () => ({ at: new Date(0), size: 1n, missing: undefined });
                const odd = { ...definition, outputs: { ...definition.outputs, odd: outputs } };
                const provider = () => toProvider(odd, tenant.newRun());
                // What PingOne fills in is read off the answer.
                const { audience: _, ...program } = first;
                const { inputs } = await provider().check({}, program);
                const made = await provider().create(inputs);
                expect(made).to.deep.equal(overTheWire(made));
                const found = await provider().read(made.id, made.outs);
                expect(found).to.deep.equal(overTheWire(found));
                const { name: __, description: ___, ...place } = program;
                const shown = await provider().read(made.id, place);
                expect(shown).to.deep.equal(overTheWire(shown));
                const { inputs: changed } = await provider().check(inputs, second);
                const updated = await provider().update(made.id, made.outs, changed);
                expect(updated).to.deep.equal(overTheWire(updated));
            });

            if (collection === "grants") return;
            it("repeats nothing of the program that PingOne repeats", async () => {
                const tenant = await startTenant();
                const { first } = await subject.prepare(tenant);
                const envelope = {
                    id: "8f1c2d0e-8f6b-4b0e-9d55-0d5e5b4f3f10",
                    code: "INVALID_DATA",
                    message: `${canary} is not valid`,
                    details: [{ code: "INVALID_VALUE", target: "description", message: `not allowed: "${canary}"` }],
                };
                for (const body of [envelope, { ...envelope, details: undefined }]) {
                    const effect = { status: 400, body: JSON.stringify(body) };
                    tenant.emulator.fault({ method: "POST", path: /^\/v1/, effect });
                    const { message } = await failure(tenant.resource(definition).up(first));
                    expect(message).to.match(/PingOne answered 400 INVALID_DATA: .*\[withheld\]/);
                    expectNoSecrets(tenant, message);
                }
            });
        });
    }

    it("is an error with a message and nothing else", async () => {
        const tenant = await startTenant();
        const { first } = await applications.prepare(tenant);
        tenant.emulator.fault({ method: "POST", path: /^\/v1/, effect: { status: 403 } });
        const error = await failure(tenant.resource(applications.definition).up(first));
        // The engine takes an error with an id for an object half made, and prints stacks to the user.
        expect(error).not.to.have.any.keys("id", "code", "status", "config", "request", "response", "cause");
        expect(error.stack).not.to.match(/\n\s+at /);
    });
});
