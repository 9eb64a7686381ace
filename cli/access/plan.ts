import { readState, type StackPlace, type StackResource } from "../pulumi";

/** What `pulumi preview --json` prints, as far as it matters here. */
interface Preview {
    steps?: Step[];
    diagnostics?: { severity?: string; message?: string }[];
    changeSummary?: Record<string, number>;
}

interface Step {
    op: string;
    urn: string;
    oldState?: StackResource;
    newState?: StackResource;
}

/** After these a resource is no more, unless another step says so. */
const goings = ["delete", "delete-replaced", "discard", "discard-replaced", "read-discard"];

/** A stack as it will be. */
export interface Planned {
    /** Its name. */
    stack: string;
    /** Its resources. */
    resources: StackResource[];
}

/**
 * The stack that a preview plans.
 * @param text what `pulumi preview --json` printed
 * @param file where it is from, for messages
 * @param place where the stack is, for what the preview leaves out; by default the one that it names
 * @throws Error when it is anything else, when the preview failed, or when the stack cannot be read
 */
export async function readPlan(text: string, file: string, place: Partial<StackPlace>): Promise<Planned> {
    const preview = parsed(text, file);
    const steps = preview.steps ?? [];
    const failures = (preview.diagnostics ?? []).filter(({ severity }) => severity === "error");
    if (failures.length > 0)
        throw new Error(
            `The preview in ${file} failed, so it is no plan:\n${failures.map(({ message = "" }) => message.trim()).join("\n")}`,
        );
    const stack = place.stack ?? /^urn:pulumi:([^:]+)::/.exec(steps[0]?.urn ?? "")?.[1];
    if (stack === undefined) throw new Error(`The preview in ${file} names no stack; name it with --stack.`);
    const planned = new Map<string, StackResource>();
    // Without --show-sames, what stays as it is is only counted.
    const told = steps.filter(({ op }) => op === "same").length;
    if (told < (preview.changeSummary?.same ?? 0))
        for (const resource of await unchanged({ ...place, stack }, file))
            if (!resource.delete) planned.set(resource.urn, resource);
    for (const { op, urn } of steps) if (goings.includes(op)) planned.delete(urn);
    for (const step of steps)
        if (step.newState && !goings.includes(step.op)) planned.set(step.urn, planning(step, step.newState));
    return { stack, resources: [...planned.values()] };
}

/** A resource as it will be: as the program gives it, with what only PingOne can tell as far as it stays as it is. */
function planning({ op, oldState }: Step, newState: StackResource): StackResource {
    const { id, inputs = {}, outputs = {} } = (!op.includes("replace") && oldState) || {};
    const computed = Object.entries(outputs).filter(([property]) => !(property in inputs));
    return {
        ...newState,
        id: newState.id || id,
        outputs: { ...Object.fromEntries(computed), ...newState.outputs },
    };
}

async function unchanged(place: StackPlace, file: string): Promise<StackResource[]> {
    try {
        return await readState(place);
    } catch (error) {
        throw new Error(
            `The preview in ${file} leaves out what stays as it is. Preview with \`pulumi preview --json --show-sames\`, or name the stack with --stack and --cwd.\n${error instanceof Error ? error.message : error}`,
        );
    }
}

function parsed(text: string, file: string): Preview {
    let found: unknown;
    try {
        found = JSON.parse(text);
    } catch {
        // As good as no preview.
    }
    if (typeof found !== "object" || found === null || !["steps", "changeSummary"].some((key) => key in found))
        throw new Error(
            `${file} does not hold what \`pulumi preview --json\` prints${text.trim() === "" ? ": it is empty" : ""}.`,
        );
    return found as Preview;
}
