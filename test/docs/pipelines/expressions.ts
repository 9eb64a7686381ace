/** What expressions may name: `github`, `secrets`, and so on. */
export type Contexts = Readonly<Record<string, unknown>>;

/** How far a job is. */
export interface Status {
    failed: boolean;
}

const CHECKED = /\b(?:secrets|vars|env|steps|needs|matrix)(?:\.[\w-]+)+/g;

/** Puts the values of the expressions into a text, as GitHub does. */
export async function filledIn(text: string, contexts: Contexts): Promise<string> {
    let filled = "";
    let rest = 0;
    for (const { 0: whole, 1: expression = "", index } of text.matchAll(/\$\{\{(.*?)\}\}/gs)) {
        const value = await evaluate(expression, contexts, { failed: false });
        filled += text.slice(rest, index) + value.coerceString();
        rest = index + whole.length;
    }
    return filled + text.slice(rest);
}

/** Whether an `if` is fulfilled: where it says nothing of failures, only without one. */
export async function isFulfilled(condition: string | undefined, contexts: Contexts, status: Status): Promise<boolean> {
    if (condition === undefined) return !status.failed;
    const [, inner] = /^\$\{\{(.*)\}\}$/s.exec(condition.trim()) ?? [];
    const expression = inner ?? condition;
    if (status.failed && !/\b(?:success|failure|always|cancelled)\(\)/.test(expression)) return false;
    const { falsy } = await import("@actions/expressions/result");
    return !falsy(await evaluate(expression, contexts, status));
}

function memberOf(value: unknown, name: string): unknown {
    return typeof value === "object" && value !== null ? (value as Contexts)[name] : undefined;
}

/** Evaluates an expression with GitHub's own library. What somebody has to set must be set. */
async function evaluate(expression: string, contexts: Contexts, { failed }: Status) {
    for (const [path] of expression.matchAll(CHECKED)) {
        const value = path.split(".").reduce<unknown>(memberOf, contexts);
        if (value === undefined) throw new Error(`nothing sets ${path}`);
    }
    const { data, Evaluator, Lexer, Parser } = await import("@actions/expressions");
    const functions = { success: !failed, failure: failed, always: true, cancelled: false };
    const known = Object.entries(functions).map(([name, value]) => ({
        name,
        minArgs: 0,
        maxArgs: 0,
        call: () => new data.BooleanData(value),
    }));
    const given = JSON.parse(JSON.stringify(contexts), data.reviver);
    const parsed = new Parser(new Lexer(expression).lex().tokens, Object.keys(contexts), known).parse();
    return new Evaluator(parsed, given, new Map(known.map((each) => [each.name, each]))).evaluate();
}
