import type { OperationOptions } from "../engine/goal.js";
import type { EngineOperation } from "../engine/operation.js";
import type { OperationKind } from "../expectations/happened.js";
import type { Stack } from "./stack.js";

// What happened, for people.

/** An operation as a command. */
export function command(kind: OperationKind, options: OperationOptions): string {
    const { targets, replace, continueOnError } = options;
    return [
        kind,
        ...list("--target", targets),
        ...list("--replace", replace),
        ...(continueOnError ? ["--continue-on-error"] : []),
    ].join(" ");
}

/** Options without the resources that they name. */
export function flags({ targets, replace, ...others }: OperationOptions): OperationOptions {
    return { ...others, ...(targets && { targets: new Set() }), ...(replace && { replace: new Set() }) };
}

/** Tells what happens; of programs and states only what is new. */
export class Story {
    readonly lines: string[] = [];
    private readonly told = new Map<Stack, { program: string[]; state: string[] }>();

    tell(...lines: string[]): void {
        this.lines.push(...lines);
    }

    /** Before an operation. */
    begin(title: string, stack: Stack): void {
        this.tell(title, ...changes("program", this.last(stack).program, tellProgram(stack)));
        this.last(stack).program = tellProgram(stack);
    }

    /** After it. */
    end(operation: EngineOperation, stack: Stack, killed: boolean): void {
        this.tell(...tellOperation(operation), ...(killed ? ["    killed"] : []));
        this.tell(...changes("state", this.last(stack).state, tellState(stack)));
        this.last(stack).state = tellState(stack);
    }

    private last(stack: Stack): { program: string[]; state: string[] } {
        const last = this.told.get(stack) ?? { program: [], state: [] };
        this.told.set(stack, last);
        return last;
    }
}

function changes(what: string, before: readonly string[], now: readonly string[]): string[] {
    return [
        ...before.filter((line) => !now.includes(line)).map((line) => `    ${what}: - ${line}`),
        ...now.filter((line) => !before.includes(line)).map((line) => `    ${what}: + ${line}`),
    ];
}

function tellProgram({ program }: Stack): string[] {
    return program.items.map((item) => {
        const { slot, type, name, aliases, properties, refs, imported, options } = item;
        const told = { slot, properties, refs, ...(aliases.length > 0 && { aliases }), imported, options };
        return `${type} ${name} ${JSON.stringify(told)}`;
    });
}

function tellOperation({ planned, failures }: EngineOperation): string[] {
    return [
        ...planned
            .filter(({ op }) => op !== "same")
            .map(
                ({ op, urn, done, left }) =>
                    `    ${op} ${shortName(urn)}${left ? " (old)" : ""}${done ? "" : ": not done"}`,
            ),
        ...failures.map(({ urn, step, message }) => `    ${step} of ${shortName(urn)} failed: ${message}`),
    ];
}

function tellState({ state }: Stack): string[] {
    return state.load().map(({ urn, id, fate = "" }) => `${shortName(urn)} ${id} ${fate}`);
}

function list(option: string, urns: ReadonlySet<string> | undefined): string[] {
    return urns ? [`${option} ${[...urns].map(shortName).join()}`.trim()] : [];
}

function shortName(urn: string): string {
    return urn.split(":").slice(-3).filter(Boolean).join(" ");
}
