import type { PingOneObject } from "../../../emulator/index.js";
import type { Failure } from "../engine/goal.js";
import { type Happened, runsProgram } from "./happened.js";
import { expectFreeImports, expectRefusedImports } from "./imports.js";
import { expectGoodError, expectNoSecret, importAdvice, leadsTo } from "./messages.js";
import { expectTrueInputs, expectTrueOutputs } from "./objects.js";
import { expectFewReplacements, expectJustDeletions, expectNoDoubles, expectOthersUntouched } from "./ownership.js";
import { Violation } from "./violation.js";

/** What every operation is held to, whatever happened on the way. */
export function expectPromises(happened: Happened, others: ReadonlySet<string>, log: string): void {
    const { operation, kind } = happened;
    expectDiscretion(happened, log);
    for (const failure of operation.failures) {
        expectGoodError(failure);
        expectOwnOnesKnown(failure, happened);
        expectBlameless(failure, happened);
    }
    expectRefusedImports(happened);
    expectFreeImports(happened);
    expectJustDeletions(happened);
    expectOthersUntouched(happened, others);
    expectNoDoubles(happened);
    if (kind === "preview") expectQuiet(happened);
    else expectFewReplacements(happened);
    if (runsProgram(happened) && kind !== "preview") expectDone(happened);
}

/** What was created is in the state, or an error leads to it. */
export function expectNothingLost({ id, ...object }: PingOneObject, failures: readonly Failure[]): void {
    if (leadsTo({ id, ...object }, failures)) return;
    const lost = JSON.stringify({ id, ...object });
    throw new Violation(`${lost} was created and is neither in the state nor in an error: ${JSON.stringify(failures)}`);
}

function expectDiscretion({ operation, requests, secrets: known, stack }: Happened, log: string): void {
    const tokens = requests.flatMap(({ headers }) => headers.authorization?.split(" ")[1] ?? []);
    const secrets = [...known, ...new Set(tokens)];
    for (const { message } of operation.failures) expectNoSecret("a message", message, secrets);
    expectNoSecret("the log", log, secrets);
    expectNoSecret("the state", stack.state.text, secrets);
}

/** Nobody is told that the stack does not have what it has. */
function expectOwnOnesKnown({ urn, message }: Failure, { stack }: Happened): void {
    const id = importAdvice(message);
    const item = stack.program.itemOf(urn);
    if (
        id !== undefined &&
        item &&
        stack.has(stack.identityFor(item, id)) &&
        message.includes("this stack does not manage it")
    )
        throw new Violation(`the error of ${urn} disowns ${id}, which the program has: ${message}`);
}

/** What lacks a value because what it needs has failed is not told that the program forgot it. */
function expectBlameless({ urn, step, message }: Failure, { stack, operation }: Happened): void {
    const item = stack.program.itemOf(urn);
    if (!item || step !== "check") return;
    const needed = stack.program.items.filter(({ slot }) => Object.values(item.refs).flat().includes(slot));
    const failed = needed.find((each) => operation.failures.some((other) => other.urn === stack.program.urn(each)));
    if (failed && /is required|at least/.test(message))
        throw new Violation(`${urn} is blamed for what ${stack.program.urn(failed)} could not give: ${message}`);
}

/** A preview sends nothing, and refuses nothing but what cannot be and what the engine itself does not do. */
function expectQuiet({ operation, requests, stack }: Happened): void {
    if (requests.length > 0) throw new Violation("a preview sent requests");
    const isWrong = stack.program.items.some((item) => item.imported !== undefined || stack.hasRivals(item));
    const failure = operation.failures.find(({ by }) => by === "provider");
    if (failure && !isWrong) throw new Violation(`a preview failed: ${failure.message}`);
}

/** What the engine was told is done is done, and the state says what PingOne made of it. */
function expectDone({ operation, stack, pingOne, killed, normalised }: Happened): void {
    if (killed || operation.failures.length > 0) return;
    const made = operation.planned.filter(({ op }) => op === "create" || op === "update" || op === "replace");
    for (const resource of stack.state.load()) {
        if (resource.fate || !made.some(({ urn }) => urn === resource.urn)) continue;
        expectTrueOutputs(resource, pingOne);
        if (!normalised.has(resource.id)) expectTrueInputs(resource, pingOne);
    }
}
