import type { EngineEvent } from "@pulumi/pulumi/automation";
import type { Finished } from "../../tools/run.js";

/** Property values as the engine shows them: secrets are masked. */
export type Properties = Readonly<Record<string, unknown>>;

/** What the engine did, or in a preview would do, with one resource. */
export interface Step {
    /** The engine's word: `create`, `update`, `same`, `create-replacement`, `replace`, `delete-replaced`, `refresh`... */
    readonly op: string;
    readonly failed: boolean;
    /** The logical name in the program. */
    readonly name: string;
    /** The class: `Application` for `pulumi-nodejs:dynamic/pingone:Application`. */
    readonly type: string;
    readonly urn: string;
    /** The properties whose inputs differ, and for a refresh also those whose outputs do; sorted, top level only. */
    readonly changed: readonly string[];
    readonly old?: { readonly id: string; readonly inputs: Properties; readonly outputs: Properties };
    readonly new?: { readonly id: string; readonly inputs: Properties; readonly outputs: Properties };
}

/** What came of one engine operation. The stack itself and the default provider are left out of it. */
export interface Outcome {
    readonly ok: boolean;
    /** How many resources by what became of them, as Pulumi's own summary counts: `{ create: 4, same: 1 }`. */
    readonly changes: Readonly<Record<string, number>>;
    readonly steps: readonly Step[];
    /** What the engine reported as errors, without "update failed" and the like. */
    readonly errors: readonly string[];
    readonly warnings: readonly string[];
    /** Standard output and standard error of the CLI, in order. */
    readonly output: string;
    readonly milliseconds: number;
}

/** An engine operation ended otherwise than the test expected. */
export class UnexpectedOutcome extends Error {
    constructor(
        message: string,
        readonly outcome: Outcome,
    ) {
        super(`${message}\n${outcome.output}`);
        this.name = "UnexpectedOutcome";
    }
}

/** Halves of a replacement, which Pulumi counts as the one `replace`. */
const HALVES = new Set(["create-replacement", "delete-replaced"]);

export function outcomeOf(finished: Finished, events: readonly EngineEvent[], milliseconds: number): Outcome {
    const steps: Step[] = [];
    const errors: string[] = [];
    const warnings: string[] = [];
    for (const event of [...events].sort((a, b) => a.sequence - b.sequence)) {
        const step = stepOf(event);
        if (step) steps.push(step);
        const { severity, message } = event.diagnosticEvent ?? {};
        if (message && severity === "error" && !/^(update|preview|refresh|destroy) failed\s*$/.test(message)) {
            errors.push(plain(message));
        } else if (message && severity === "warning") {
            warnings.push(plain(message));
        }
    }
    const changes: Record<string, number> = {};
    for (const { op, failed } of steps) if (!failed && !HALVES.has(op)) changes[op] = (changes[op] ?? 0) + 1;
    return { ok: finished.code === 0, changes, steps, errors, warnings, output: finished.output, milliseconds };
}

type Metadata = NonNullable<EngineEvent["resOutputsEvent"]>["metadata"];

function stepOf(event: EngineEvent): Step | undefined {
    const metadata = (event.resOutputsEvent ?? event.resOpFailedEvent)?.metadata;
    if (!metadata || metadata.type.startsWith("pulumi:")) return undefined;
    return {
        op: metadata.op,
        failed: event.resOpFailedEvent !== undefined,
        name: metadata.urn.split("::").slice(3).join("::"),
        type: metadata.type.split(":").slice(-1).join(),
        urn: metadata.urn,
        changed: changed(metadata),
        ...(metadata.old && { old: stateOf(metadata.old) }),
        ...(metadata.new && { new: stateOf(metadata.new) }),
    };
}

function stateOf({ id, inputs, outputs }: NonNullable<Metadata["old"]>): NonNullable<Step["old"]> {
    return { id, inputs, outputs };
}

function changed({ old, new: fresh, op }: Metadata): string[] {
    if (!old || !fresh || op === "same") return [];
    const differing = (before: Properties = {}, after: Properties = {}) =>
        [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
            (key) => !key.startsWith("__") && JSON.stringify(before[key]) !== JSON.stringify(after[key]),
        );
    return [...new Set(differing(old.inputs, fresh.inputs))].sort();
}

/** Diagnostics hold the engine's own colour marks. */
function plain(message: string): string {
    return message.replaceAll(/<\{%[^%]*%\}>/g, "").trimEnd();
}
