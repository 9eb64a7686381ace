import { expect } from "chai";
import type { Collection, RequestRecord } from "../../emulator/index";
import { toProvider } from "../../provider/lifecycle/provider";
import { ManagedResource } from "../support/managed-resource";
import type { Config, Tenant } from "../support/tenant";
import type { Verb } from "./matrix";
import { messageOf } from "./messages";
import { existing, objectsOf, type Programs, type Subject } from "./subjects";

/** Settings of an operation that fetches a token. */
const withCredentials: Config = { accessToken: undefined };

/** One object of a class that an operation is to be done on. */
export class Case {
    /** Those of the operation. */
    requests: RequestRecord[] = [];
    readonly resource: ManagedResource;
    private settings: Config = {};

    private constructor(
        private readonly subject: Subject<Collection>,
        private readonly verb: Verb,
        private readonly tenant: Tenant,
        private readonly programs: Programs,
        /** What exists besides. */
        private readonly others: unknown,
    ) {
        // Each operation has a process of the provider to itself, as with the engine.
        this.resource = new ManagedResource(() => toProvider(subject.definition, tenant.newRun(this.settings)));
    }

    /** Brings about what the operation starts from. */
    static async prepare(subject: Subject<Collection>, verb: Verb, tenant: Tenant): Promise<Case> {
        const programs = await subject.prepare(tenant);
        const one = new Case(subject, verb, tenant, programs, tenant.emulator.snapshot());
        if (verb !== "create") await one.resource.up(programs.first);
        // What a list shows is confirmed only where it differs from the state.
        if (verb === "read") await one.changeBehindItsBack();
        return one;
    }

    /** Does the operation; fulfilled with nothing, or with the message that its user sees. */
    async perform(settings: Config = {}): Promise<string | undefined> {
        const { resource, programs, tenant } = this;
        const operations: Record<Verb, () => Promise<unknown>> = {
            create: () => resource.up(programs.first),
            read: () => resource.refresh(),
            update: () => resource.up(programs.second),
            delete: () => resource.destroy(),
        };
        this.settings = { ...withCredentials, ...settings };
        tenant.emulator.clearRequests();
        const message = await messageOf(operations[this.verb]());
        this.requests = [...tenant.emulator.requests];
        this.settings = {};
        return message;
    }

    /** What exists once the operation was carried out, or was not. */
    expectObjects(carriedOut: boolean): void {
        const { first, second } = this.programs;
        const [before, after] = {
            create: [[], [first]],
            read: [[second], [second]],
            update: [[first], [second]],
            delete: [[first], []],
        }[this.verb];
        expect(existing(this.subject, this.tenant)).to.deep.equal(carriedOut ? after : before);
    }

    /** What a user does after a failure: the same again. What a create left behind is imported. */
    async recover(): Promise<void> {
        const [leftBehind] = objectsOf(this.subject, this.tenant);
        const message = await this.perform();
        if (this.verb !== "create" || !leftBehind) {
            expect(message).to.equal(undefined);
            return;
        }
        expect(message).to.match(this.subject.refusal).and.contain(`import: "${leftBehind.id}"`);
        await this.resource.up({ ...this.programs.first, __import: leftBehind.id });
    }

    /** Program, state and tenant agree; and once the object is destroyed, nothing of it is left. */
    async expectPeace(): Promise<void> {
        const { resource, programs, verb } = this;
        if (verb === "read") {
            expect(resource.inputs).to.deep.include(programs.second);
            expect(await resource.up(programs.first)).to.equal("update");
        }
        if (verb !== "delete") {
            const program = verb === "update" ? programs.second : programs.first;
            expect(await resource.preview(program)).to.include({ changes: false });
            const { outputs } = resource;
            expect(await resource.refresh()).to.equal(true);
            expect(resource.outputs).to.deep.equal(outputs);
            await resource.destroy();
        }
        expect(resource.id).to.equal(undefined);
        expect(this.tenant.emulator.snapshot()).to.deep.equal(this.others);
    }

    /** Someone else does the update. */
    private async changeBehindItsBack(): Promise<void> {
        const theirs = this.tenant.resource(this.subject.definition);
        Object.assign(theirs, { id: this.resource.id, outputs: this.resource.outputs });
        await theirs.up(this.programs.second);
    }
}
