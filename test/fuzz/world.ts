import type { Emulator, FaultHandle, PingOneObject } from "../../emulator/index.js";
import { Deployment } from "../../provider/lifecycle/deployment.js";
import { canonical, EngineOperation, type Failure } from "./engine.js";
import {
    asAtPingOne,
    differences,
    existing,
    expectGoodError,
    expectNoSecret,
    expectStateToBeTrue,
    leadsTo,
    Violation,
} from "./expectations.js";
import { type NamedFault, requestTimeoutSeconds } from "./faults.js";
import type { Item, Program } from "./program.js";
import { cleared, unmanaged } from "./properties.js";
import { StackState } from "./stack-state.js";
import type { Tally } from "./tally.js";

/** At which request the process of an operation is lost, and whether PingOne carries that request out. */
export interface Kill {
    nth: number;
    after: boolean;
}

export type OperationKind = "preview" | "up" | "up --refresh" | "refresh" | "destroy";

/** The pauses before looks for a lost object: as many as in earnest, but short. */
const lookAfterMs = [0, 2, 5];

/** A stack, its program and its PingOne, and the user who keeps them going. */
export class World {
    readonly state = new StackState();
    /** Objects that others made: no concern of the stack's. */
    readonly foreign = new Map<string, PingOneObject>();
    /** What others set in objects of the stack that the program does not manage, by id. */
    readonly setByOthers = new Map<string, [name: string, value: unknown]>();
    /** Objects that others changed in some managed property. */
    readonly drifted = new Set<string>();

    constructor(
        readonly program: Program,
        readonly emulator: Emulator,
        private readonly tally: Tally,
        private readonly log: () => string,
    ) {}

    /** What exists in PingOne, is not others', and is not in the state. */
    get orphans(): PingOneObject[] {
        const known = new Set(this.state.load().map(({ id }) => id));
        return existing(this.emulator).filter(({ id }) => !known.has(id) && !this.foreign.has(id));
    }

    /** One operation in a process of its own; the failures that its user gets to see. */
    async operate(kind: OperationKind, faults: readonly NamedFault[] = [], kill?: Kill): Promise<EngineOperation> {
        this.letTimePass();
        const before = this.orphans.map(({ id }) => id);
        // What PingOne itself answers is changed before anything on the way can damage it.
        const hits = new Map(
            [...faults]
                .sort((a, b) => Number("edit" in b.fault.effect) - Number("edit" in a.fault.effect))
                .map(({ kind, fault }) => [this.emulator.fault(fault), kind]),
        );
        const killed = kill && this.kill(kill);
        const requestsBefore = this.emulator.requests.length;
        const operation = new EngineOperation(
            this.state,
            new Deployment(
                (key) => this.config[key.replace(/^pingone:/, "")],
                () => {},
                lookAfterMs,
            ),
            () => !killed?.hits,
        );
        if (kind === "refresh" || kind === "up --refresh") await operation.refresh();
        if (kind === "up" || kind === "up --refresh") await operation.up(this.program.goals);
        if (kind === "preview") await operation.preview(this.program.goals);
        if (kind === "destroy") await operation.destroy();
        this.emulator.clearFaults();
        const requests = this.emulator.requests.length - requestsBefore;
        this.tally.operation(killed?.hits ? `${kind}, killed` : kind, requests);
        for (const [{ hits: count }, kind] of hits) this.tally.fault(kind, count);
        this.expectDiscretion(operation.failures);
        operation.failures.forEach(expectGoodError);
        if (kind === "preview" && requests > 0) throw new Violation("a preview sent requests");
        if (kind === "preview" && operation.failures.length > 0)
            throw new Violation(`a preview failed: ${operation.failures[0]?.message}`);
        if (!killed?.hits) {
            this.expectNothingLost(before, operation.failures);
            if (kind.startsWith("up")) this.expectDone(operation);
        }
        return operation;
    }

    /** What a user does about errors that name an object: import it, or clear it away where it is not as wanted. */
    recover(failures: readonly Failure[]): void {
        for (const { urn, step, message } of failures) {
            const item = this.program.itemOf(urn);
            if (!item) continue;
            const id = /import: "([0-9a-f-]{36})"/.exec(message)?.[1];
            if (item.imported && message.includes("the object is not as the program says")) {
                this.tally.recovery("object to import deleted");
                this.emulator.remove(item.imported);
                item.imported = undefined;
            } else if (item.imported && message.includes("there is no ")) {
                item.imported = undefined;
            } else if (id && !this.program.items.some(({ imported }) => imported === id) && !this.isManaged(id)) {
                this.tally.recovery("import");
                item.imported = id;
                this.foreign.delete(id);
                // It may have more than the program asks for.
                this.drifted.add(id);
            } else if (id && this.state.load().some((resource) => resource.id === id && resource.fate === "delete")) {
                // The engine deletes last, and not at all while this one fails.
                this.tally.recovery("object still to be deleted, deleted by hand");
                this.emulator.remove(id);
            } else if (step === "create" && !id && message.includes("UNIQUENESS_VIOLATION")) {
                this.giveAlias(item);
            } else if (step === "update" && message.includes("UNIQUENESS_VIOLATION")) {
                this.tally.recovery("holder of a unique value deleted");
                for (const foreign of this.foreign.keys()) this.emulator.remove(foreign);
                this.foreign.clear();
            }
        }
    }

    /** The engine deletes last: what the program no longer has stands in the way, unless it is what is replaced. */
    private giveAlias(item: Item): void {
        const application = this.program.items.find(({ slot }) => slot === item.application);
        const resources = this.state.load();
        const { id } = resources.find(({ urn }) => application && urn === this.program.urn(application)) ?? {};
        const known = this.program.items.flatMap(({ name, aliases }) => [name, ...aliases]);
        const old = resources.find(
            ({ type, inputs, urn }) =>
                type === item.type && inputs.applicationId === id && !known.includes(urn.split("::").at(-1) ?? ""),
        );
        const name = old?.urn.split("::").at(-1);
        if (!old || !name) return;
        this.tally.recovery("alias, or old object deleted");
        // Where the state has the new resource, too, an alias changes nothing.
        if (resources.some(({ urn }) => urn === this.program.urn(item))) this.emulator.remove(old.id);
        else item.aliases = [...item.aliases, name];
    }

    /** With nothing going wrong any more: refreshes and deploys until nothing changes. */
    async settle(): Promise<void> {
        for (let round = 1; round <= 15; round += 1) {
            const refreshed = await this.operate("refresh");
            const deployed = await this.operate("up");
            this.recover(deployed.failures);
            const steps = [...refreshed.steps.values(), ...deployed.steps.values()];
            const failed = refreshed.failures.length + deployed.failures.length > 0;
            if (
                !failed &&
                steps.every((step) => step === "same") &&
                !this.program.items.some(({ imported }) => imported)
            )
                return this.expectPeace();
            if (deployed.failures.length === 0) this.endImports();
            if (round === 15)
                throw new Violation(
                    `does not become stable: ${steps.join()} ${deployed.failures.map(({ message }) => message).join("\n")}`,
                );
        }
    }

    /** Once the import is done, the option goes. */
    endImports(): void {
        for (const item of this.program.items) item.imported = undefined;
    }

    private async expectPeace(): Promise<void> {
        const resources = this.state.load();
        expectStateToBeTrue(resources, this.emulator);
        if (resources.length !== this.program.items.length)
            throw new Violation(`${resources.length} in the state, ${this.program.items.length} in the program`);
        const [orphan] = this.orphans;
        if (orphan) throw new Violation(`an orphan: ${JSON.stringify(orphan)}`);
        for (const item of this.program.items) this.expectCleared(item);
        for (const [id, [name, value]] of this.setByOthers) {
            const object = this.emulator.get(id);
            if (object && object[name] !== value) throw new Violation(`${name} of ${id}, not managed here, was reset`);
        }
        for (const [id, object] of this.foreign) {
            const now = this.emulator.get(id);
            // A scope goes with its resource.
            const gone = now === undefined && object.resource !== undefined;
            if (!gone && canonical(now) !== canonical(object)) throw new Violation("a foreign object was changed");
        }
        const preview = await this.operate("preview");
        if ([...preview.steps.values()].some((step) => step !== "same"))
            throw new Violation(`preview is not empty: ${JSON.stringify([...preview.steps])}`);
        const asked = this.emulator.requests.length;
        await this.operate("up");
        if (this.emulator.requests.length > asked) throw new Violation("an unchanged up sent requests");
    }

    /** After all: nothing of the stack is left. */
    async destroy(): Promise<void> {
        const { failures } = await this.operate("destroy");
        if (failures[0]) throw new Violation(`destroy failed: ${failures[0].message}`);
        if (this.state.load().length > 0) throw new Violation("destroy left something in the state");
        const [orphan] = this.orphans;
        if (orphan) throw new Violation(`destroy left something in PingOne: ${JSON.stringify(orphan)}`);
    }

    /**
     * A real process takes seconds to start. PingOne's clock, as its answers tell it, counts in seconds: what is younger
     * than that would seem to have come out of a request that got lost.
     */
    private letTimePass(): void {
        for (const { id } of existing(this.emulator).filter(({ id }) => !this.foreign.has(id)))
            this.emulator.edit(id, (object) => {
                object.createdAt = new Date(Date.parse(object.createdAt) - 60_000).toISOString();
            });
    }

    /** From that request on nothing that the process sends arrives, and nothing that it learns reaches the state. */
    private kill({ nth, after }: Kill): FaultHandle {
        const handle = this.emulator.fault({ nth, after, effect: { drop: true } });
        this.emulator.fault({ nth: nth + 1, times: Number.POSITIVE_INFINITY, effect: { drop: true } });
        return handle;
    }

    private get config(): Record<string, string> {
        const { url, environmentId, clientId, clientSecret } = this.emulator;
        return {
            environmentId,
            clientId,
            clientSecret,
            apiHostname: url,
            authHostname: url,
            requestTimeoutSeconds: String(requestTimeoutSeconds),
            operationTimeoutSeconds: "4",
        };
    }

    private isManaged(id: string): boolean {
        return this.state.load().some((resource) => resource.id === id && this.program.itemOf(resource.urn));
    }

    private expectDiscretion(failures: readonly Failure[]): void {
        const tokens = this.emulator.requests.flatMap(({ headers }) => headers.authorization?.split(" ")[1] ?? []);
        const secrets = [this.emulator.clientSecret, ...new Set(tokens)];
        for (const { message } of failures) expectNoSecret("a message", message, secrets);
        expectNoSecret("the log", this.log(), secrets);
        expectNoSecret("the state", this.state.text, secrets);
    }

    private expectNothingLost(before: readonly string[], failures: readonly Failure[]): void {
        const taken = this.state.load().find(({ id }) => this.foreign.has(id));
        if (taken) throw new Violation(`${taken.urn} took over what is someone else's: ${taken.id}`);
        const lost = this.orphans.find((object) => !before.includes(object.id) && !leadsTo(object, failures));
        if (lost)
            throw new Violation(
                `${JSON.stringify(lost)} was created and is neither in the state nor in an error: ${JSON.stringify(failures)}`,
            );
    }

    /** What the engine was told is done is done. */
    private expectDone({ steps, failures }: EngineOperation): void {
        if (failures.length > 0) return;
        for (const { urn, type, id, inputs } of this.state.load()) {
            const step = steps.get(urn);
            if (step !== "create" && step !== "update" && step !== "replace") continue;
            const object = this.emulator.get(id);
            const wrong = object ? differences(asAtPingOne(type, inputs), object) : ["does not exist"];
            if (wrong.length > 0) throw new Violation(`${step} of ${urn} was a success, but: ${wrong.join("; ")}`);
        }
    }

    private expectCleared(item: Item): void {
        const { id = "" } = this.state.load().find(({ urn }) => urn === this.program.urn(item)) ?? {};
        const object = this.emulator.get(id);
        if (!object || this.drifted.has(id)) return;
        for (const [name, value] of Object.entries(cleared[item.type] ?? {}))
            if (item.properties[name] === undefined && object[name] !== value)
                throw new Violation(`${name} of ${this.program.urn(item)} was left out, but is ${object[name]}`);
    }

    /** Someone else sets what the program does not manage. */
    setUnmanaged(id: string, item: Item): void {
        const property = unmanaged[item.type];
        if (!property) return;
        this.emulator.edit(id, (object) => {
            object[property[0]] = property[1];
        });
        this.setByOthers.set(id, property);
    }
}
