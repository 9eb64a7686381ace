import { expect } from "chai";
import type { Fault } from "../../emulator/index";
import type { Values } from "../../provider/lifecycle/definition";
import { toProvider } from "../../provider/lifecycle/provider";
import { ManagedResource } from "../support/managed-resource";
import { type Config, closeTenants, startTenant, type Tenant } from "../support/tenant";
import { type Failure, type Kind, type Row, recognised, rows, type Verb } from "./matrix";
import { betray, hurry, messageOf } from "./messages";
import { existing, type Programs, type Subject, subjects } from "./subjects";

const verbs: readonly Verb[] = ["create", "read", "update", "delete"];

/** A request that an operation makes when nothing goes wrong. */
interface Request {
    method: string;
    path: string;
    kind: Kind;
}

/** One object of a class in a tenant, and what a program says of it. */
class Case {
    private settings: Config = {};
    /** Each of its operations has a process of the provider to itself. */
    readonly resource = new ManagedResource(() =>
        toProvider(this.subject.definition, this.tenant.newRun(this.settings)),
    );

    constructor(
        private readonly subject: Subject,
        private readonly tenant: Tenant,
        private readonly programs: Programs,
    ) {}

    /** Brings about what the operation starts from. */
    async prepare(verb: Verb): Promise<void> {
        if (verb === "create") return;
        await this.resource.up(this.programs.first);
        if (verb === "read") await this.changeBehindItsBack();
    }

    /** The operation: fulfilled with nothing, or with the message that its user sees. */
    async perform(verb: Verb, settings: Config = {}): Promise<string | undefined> {
        const { resource, programs } = this;
        const work: Record<Verb, () => Promise<unknown>> = {
            create: () => resource.up(programs.first),
            read: () => resource.refresh(),
            update: () => resource.up(programs.second),
            delete: () => resource.destroy(),
        };
        this.settings = settings;
        try {
            return await messageOf(work[verb]());
        } finally {
            this.settings = {};
        }
    }

    /** What exists after the operation, provided that it was carried out, or not. */
    expectObjects(verb: Verb, carriedOut: boolean): void {
        const { first, second } = this.programs;
        const [before, after] = {
            create: [[], [first]],
            read: [[second], [second]],
            update: [[first], [second]],
            delete: [[first], []],
        }[verb];
        expect(existing(this.subject, this.tenant)).to.deep.equal(carriedOut ? after : before);
    }

    /** What a user does after a failure: the same again. What an interrupted create left behind is imported. */
    async recover(verb: Verb): Promise<void> {
        const [leftBehind] = this.tenant.emulator.snapshot()[this.subject.collection];
        if (verb !== "create" || !leftBehind) {
            expect(await this.perform(verb)).to.equal(undefined);
            return;
        }
        const message = await this.perform("create");
        expect(message).to.match(this.subject.refusal).and.contain(leftBehind.id);
        expect(message).to.contain(`{ import: "${leftBehind.id}" }`);
        await this.resource.up({ ...this.programs.first, __import: leftBehind.id });
    }

    /** State, program and tenant agree; and nothing else is there once the object is destroyed. */
    async expectPeace(verb: Verb, others: unknown): Promise<void> {
        const { resource, programs, tenant } = this;
        if (verb !== "delete") {
            if (verb === "read") {
                expect(resource.inputs).to.deep.include(pick(programs.second, Object.keys(programs.first)));
                expect(await resource.up(programs.first)).to.equal("update");
            }
            const program = verb === "update" ? programs.second : programs.first;
            expect(await resource.preview(program)).to.include({ changes: false });
            const { outputs } = resource;
            expect(await resource.refresh()).to.equal(true);
            expect(resource.outputs).to.deep.equal(outputs);
            this.expectObjects("update", verb === "update");
            await resource.destroy();
        }
        expect(resource.id).to.equal(undefined);
        expect(tenant.emulator.snapshot()).to.deep.equal(others);
    }

    private async changeBehindItsBack(): Promise<void> {
        const someoneElse = this.tenant.resource(this.subject.definition);
        Object.assign(someoneElse, { id: this.resource.id, outputs: this.resource.outputs });
        await someoneElse.up(this.programs.second);
    }
}

/** The requests of the operation when nothing goes wrong. */
async function requestsOf(verb: Verb, subject: Subject, tenant: Tenant, programs: Programs): Promise<Request[]> {
    const undisturbed = new Case(subject, tenant, programs);
    await undisturbed.prepare(verb);
    tenant.emulator.clearRequests();
    await undisturbed.perform(verb);
    const requests = tenant.emulator.requests.map(({ method, path }) => ({
        method,
        path,
        kind: kindOf(verb, method, path),
    }));
    if (verb !== "delete") await undisturbed.resource.destroy();
    return requests;
}

function kindOf(verb: Verb, method: string, path: string): Kind {
    if (path.endsWith("/as/token")) return "token";
    if (path.includes("?")) return verb === "create" ? "twins" : "page";
    return method.toLowerCase() as Kind;
}

/** The row's fault on the nth request, or on that request whenever it comes. */
function faultOn({ fault }: Row, requests: Request[], index: number, id: string | undefined): Fault {
    const { method, path } = requests[index] as Request;
    if (fault.times === undefined) return { ...fault, nth: index + 1 };
    // The request was seen on another object.
    const here = (path.split("?")[0] ?? "").replace(/[^/]*$/, (last) => (/^[0-9a-f-]{36}$/.test(last) && id) || last);
    return { ...fault, method, path: here };
}

function expectMessage(message: string, { code, says = [] }: Failure, answered: boolean): void {
    expect(message).to.match(/^could not (create|read|update|delete|fetch)/);
    expect(message, code).to.match(recognised[code] ?? /^$/);
    for (const text of says) {
        if (typeof text === "string") expect(message).to.contain(text);
        else expect(message).to.match(text);
    }
    const lastLine = message.split("\n").at(-1) ?? "";
    if (answered) expect(lastLine).to.match(/^Correlation id for Ping Identity's support: [0-9a-f-]{36}$/);
    expect(message.match(/Correlation id/g) ?? []).to.have.length(answered ? 1 : 0);
}

/** Whether the answer came at all, so that it has a correlation id. */
function answers({ effect }: Row["fault"]): boolean {
    return !("drop" in effect || "hang" in effect);
}

function carriesOut({ after, effect }: Row["fault"]): boolean {
    return after === true || "drip" in effect || ("body" in effect && !("status" in effect));
}

function pick(values: Values, names: string[]): Values {
    return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

describe("fault matrix", () => {
    hurry();
    afterEach(closeTenants);

    for (const subject of subjects) {
        for (const verb of verbs) {
            describe(`${verb} ${subject.definition.type}`, () => {
                for (const row of rows) {
                    it(row.title, async () => {
                        const tenant = await startTenant({
                            workerEnvironmentId: "00000000-0000-4000-8000-000000000001",
                        });
                        const programs = await subject.prepare(tenant);
                        const others = tenant.emulator.snapshot();
                        const requests = await requestsOf(verb, subject, tenant, programs);
                        const messages: string[] = [];
                        for (const [index, { kind }] of requests.entries()) {
                            const one = new Case(subject, tenant, programs);
                            await one.prepare(verb);
                            const fault = tenant.emulator.fault(faultOn(row, requests, index, one.resource.id));
                            const before = { ...one.resource.outputs };
                            const message = await one.perform(verb, row.settings);
                            const { hits } = fault;
                            tenant.emulator.clearFaults();
                            expect(hits, `hits of request ${index + 1}, ${kind}`).to.be.greaterThan(0);
                            const failure = row.fails[kind];
                            if (message !== undefined) messages.push(message);
                            if (!failure) {
                                expect(message, `request ${index + 1}, ${kind}`).to.equal(undefined);
                                one.expectObjects(verb, true);
                            } else {
                                expect(message, `request ${index + 1}, ${kind}`).to.be.a("string");
                                expectMessage(message ?? "", failure, answers(row.fault));
                                const wrote = ["post", "put", "delete"].includes(kind);
                                one.expectObjects(verb, wrote && carriesOut(row.fault));
                                if (verb !== "create") expect(one.resource.outputs).to.deep.equal(before);
                                await one.recover(verb);
                            }
                            await one.expectPeace(verb, others);
                        }
                        betray(tenant, messages);
                    });
                }
            });
        }
    }
});
