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

/** Tells what happens, and what is as it was only once. */
export class Story {
    readonly lines: string[] = [];
    private readonly told = new Map<Stack, string>();

    tell(...lines: string[]): void {
        this.lines.push(...lines);
    }

    /** Before an operation. */
    begin(title: string, stack: Stack): void {
        this.tell(title);
        this.tellOnce(stack, tellProgram(stack));
    }

    /** After it. */
    end(operation: EngineOperation, stack: Stack, killed: boolean): void {
        this.tell(...tellOperation(operation), ...(killed ? ["    killed"] : []), ...tellState(stack));
    }

    private tellOnce(stack: Stack, lines: readonly string[]): void {
        const text = lines.join();
        if (this.told.get(stack) !== text) this.tell(...lines);
        this.told.set(stack, text);
    }
}

function tellProgram({ program }: Stack): string[] {
    return program.items.map((item) => {
        const { slot, type, name, aliases, properties, refs, imported, options } = item;
        const told = { slot, properties, refs, ...(aliases.length > 0 && { aliases }), imported, options };
        return `    program: ${type} ${name} ${JSON.stringify(told)}`;
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
    return state.load().map(({ urn, id, fate = "" }) => `    state: ${shortName(urn)} ${id} ${fate}`);
}

function list(option: string, urns: ReadonlySet<string> | undefined): string[] {
    return urns ? [`${option} ${[...urns].map(shortName).join()}`.trim()] : [];
}

function shortName(urn: string): string {
    return urn.split(":").slice(-3).filter(Boolean).join(" ");
}
