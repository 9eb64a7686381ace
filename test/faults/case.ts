import { isDeepStrictEqual } from "node:util";
import { expect } from "chai";
import type { PingOneObject, RequestRecord } from "../../emulator/index";
import { toProvider } from "../../provider/lifecycle/provider";
import { leaves } from "../../provider/lifecycle/values/compare";
import { at, within } from "../../provider/lifecycle/values/paths";
import { type ClassCase, expectAsSaid, type Ids } from "../provider/class-case";
import { ManagedResource } from "../support/managed-resource";
import type { Config, Tenant } from "../support/tenant";
import type { Verb } from "./matrix";
import { programsOf } from "./matrix-classes";
import { messageOf } from "./messages";
import type { Programs } from "./subjects";

/** Settings of an operation that fetches a token. */
const withCredentials: Config = { accessToken: undefined };

/** A tenant with all that objects of a class refer to. */
export interface Prepared {
    tenant: Tenant;
    ids: Ids;
}

/** One object of a class that an operation is to be done on. */
export class Case {
    /** Those of the operation. */
    requests: RequestRecord[] = [];
    readonly resource: ManagedResource;
    /** Whether the tenant is not as it was before, in the end. */
    leavesTraces = false;
    private settings: Config = {};
    /** Whether what others did made a difference: PingOne may hold on to a value that a program leaves out. */
    private othersChanged = false;
    /** What the tenant held before the operation, and what an action changes of it. */
    private before: { contents: Contents; acted?: unknown } = { contents: {} };

    private constructor(
        private readonly kind: ClassCase,
        private readonly verb: Verb,
        private readonly tenant: Tenant,
        private readonly ids: Ids,
        private readonly programs: Programs,
        /** What exists without the program. */
        private others: Contents,
    ) {
        // Each operation has a process of the provider to itself, as with the engine.
        this.resource = new ManagedResource(() => toProvider(kind.definition, tenant.newRun(this.settings)));
    }

    /** Brings about what the operation starts from. */
    static async prepare(kind: ClassCase, verb: Verb, { tenant, ids }: Prepared): Promise<Case> {
        const one = new Case(kind, verb, tenant, ids, programsOf(kind, ids, verb), contentsOf(kind, tenant));
        if (verb !== "create") await one.resource.up(one.programs.first);
        // What a list shows is confirmed only where it differs from the state.
        if (verb === "read") await one.changeBehindItsBack();
        one.before = { contents: contentsOf(kind, tenant), acted: await one.acted() };
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

    /** Fails unless the tenant is as after the operation; or as before, where that was not carried out. */
    async expectObjects(carriedOut: boolean): Promise<void> {
        const { kind, tenant, verb, before, programs } = this;
        const contents = contentsOf(kind, tenant);
        if (!carriedOut || verb === "read") expectContents(contents, before.contents);
        else if (verb === "delete") expectContents(contents, this.others);
        else {
            const own = this.own(contents);
            expect(Object.keys(own)).to.have.length(kind.definition.single ? 0 : 1);
            for (const object of Object.values(own))
                expectAsSaid(object, kind.definition, verb === "create" ? programs.first : programs.second);
            expectContents(contents, { ...this.others, ...own });
        }
        const acts = kind.definition.action !== undefined && carriedOut && verb === "update";
        expect((await this.acted()) !== before.acted).to.equal(acts);
    }

    /** What a user does after a failure: the same again. What a create left behind is imported. */
    async recover(): Promise<void> {
        const { kind, tenant, verb, resource, programs } = this;
        const [leftBehind] = kind.exists ? [] : Object.values(this.own());
        // What a run changed that did not live to tell is what the next one finds and puts back.
        if (kind.exists && verb === "create") {
            this.others = contentsOf(kind, tenant);
            this.leavesTraces = true;
        }
        const message = await this.perform();
        if (verb !== "create" || !leftBehind) {
            expect(message).to.equal(undefined);
            return;
        }
        expect(message).to.match(/an equal object exists already, with the id|UNIQUENESS_VIOLATION/);
        expect(message).to.contain(`import: "${leftBehind.id}"`);
        await resource.up({ ...programs.first, __import: leftBehind.id });
    }

    /** Program, state and tenant agree; and once the object is destroyed, nothing of it is left. */
    async expectPeace(): Promise<void> {
        const { kind, tenant, resource, programs, verb } = this;
        if (verb === "read") {
            const seen = this.seenChanges();
            for (const path of seen.filter((path) => at(programs.second, path) !== undefined))
                expect(at(resource.inputs, path), path).to.deep.equal(at(programs.second, path));
            const changes = this.othersChanged && seen.length > 0;
            expect(await resource.up(programs.first)).to.equal(changes ? "update" : "same");
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
        expectContents(contentsOf(kind, tenant), this.others);
    }

    /** What is there by the program; where it exists without that, too, the object that it is about. */
    private own(contents = contentsOf(this.kind, this.tenant)): Contents {
        const { kind, ids } = this;
        const all = Object.entries(contents);
        const isOwn = ([place, { id }]: [string, PingOneObject]) =>
            kind.exists ? id === ids.itself && !kind.definition.single : !(place in this.others);
        return Object.fromEntries(all.filter(isOwn));
    }

    /** What an action changes, where the class has one. */
    private async acted(): Promise<unknown> {
        const { kind, ids, programs, tenant } = this;
        const { action } = kind.definition;
        if (!action) return undefined;
        const shown = await tenant.resource(kind.definition).get(String(ids.itself), programs.first);
        return shown[action.shows];
    }

    /** The properties of the first program that the second has otherwise, as far as answers show them. */
    private seenChanges(): string[] {
        const { first, second } = this.programs;
        const { unseen = [], definition } = this.kind;
        const hidden = [...unseen, ...(definition.tell(first)?.paths("local") ?? [])];
        return leaves(first).filter(
            (path) =>
                !hidden.some((other) => within(path, other)) && !isDeepStrictEqual(at(first, path), at(second, path)),
        );
    }

    /** Someone else does the update. */
    private async changeBehindItsBack(): Promise<void> {
        const theirs = this.tenant.resource(this.kind.definition);
        Object.assign(theirs, { id: this.resource.id, outputs: this.resource.outputs });
        const before = contentsOf(this.kind, this.tenant);
        await theirs.up(this.programs.second);
        this.othersChanged = !isDeepStrictEqual(contentsOf(this.kind, this.tenant), before);
    }
}

/** Objects at PingOne by where they are. */
type Contents = Record<string, PingOneObject>;

/** What PingOne holds in the collection of the class and where the package writes most, apart from when that was. */
function contentsOf({ definition }: ClassCase, { emulator }: Tenant): Contents {
    const names = definition.collection.split("/").filter((name) => !name.startsWith("{"));
    const own = [names.join("/"), ...names.slice(-1)].map((name) => [name, emulator.objects(name)] as const);
    const found = [...Object.entries(emulator.snapshot()), ...own].flatMap(([collection, objects]) =>
        (objects as PingOneObject[]).map(({ updatedAt, revision, ...object }) => [
            `${collection}/${object.id}`,
            object,
        ]),
    );
    return Object.fromEntries(found);
}

/** As chai's deep equality, which takes many times as long where there is nothing to tell. */
function expectContents(contents: Contents, expected: Contents): void {
    if (!isDeepStrictEqual(contents, expected)) expect(contents).to.deep.equal(expected);
}
