/** A fault put into the code on purpose, and the tests that must notice it. */
export interface Mutant {
    /** What the code is without. */
    removes: string;
    file: string;
    /** Occurs once in the file. */
    text: string;
    replacement: string;
    test: string;
    /** Runs only the tests whose titles match. */
    only?: string;
}

const matrix = "test/faults/matrix.test.ts";
const lost = "test/faults/lost.test.ts";
const killed = "test/faults/killed.test.ts";
const gone = "test/faults/gone.test.ts";
const together = "test/faults/together.test.ts";
const answers = "test/faults/answers.test.ts";
const refusals = "test/faults/refusals.test.ts";
const retries = "test/provider/client/retries.test.ts";

export const mutants: readonly Mutant[] = [
    {
        removes: "the guard that keeps a POST from being sent twice",
        file: "provider/client/http.ts",
        text: "if (!call.safeToRepeat && !certainlyNot) return false;",
        replacement: "",
        test: matrix,
        only: "create Application a connection dropped after",
    },
    {
        removes: "adoption: the look for what a lost create left behind",
        file: "provider/lifecycle/create.ts",
        text: "if (found) return found;",
        replacement: "",
        test: matrix,
        only: "create Application 502 from a proxy after",
    },
    {
        removes: "adoption: that it was not listed before",
        file: "provider/lifecycle/lost.ts",
        text: " && !before?.has(String(item.id))",
        replacement: "",
        test: lost,
    },
    {
        removes: "adoption: that it was not created before",
        file: "provider/lifecycle/lost.ts",
        text: "before ? bodies : bodies.filter(({ createdAt }) => Date.parse(String(createdAt)) >= sentAt)",
        replacement: "bodies",
        test: lost,
    },
    {
        removes: "adoption: that nothing else in the run has it",
        file: "provider/lifecycle/lost.ts",
        text: "!run.owned.has(String(item.id)) && ",
        replacement: "",
        test: lost,
    },
    {
        removes: "adoption: that it equals the inputs",
        file: "provider/lifecycle/lost.ts",
        text: "candidates.filter((body) => equalsInputs(task.definition, task.values, body))",
        replacement: "candidates",
        test: lost,
    },
    {
        removes: "adoption: that it is the only one",
        file: "provider/lifecycle/lost.ts",
        text: "if (equal.length === 1) return equal[0];",
        replacement: "if (equal.length > 0) return equal[0];",
        test: lost,
    },
    {
        removes: "adoption: the stop at what is not as the program says",
        file: "provider/lifecycle/lost.ts",
        text: "if (candidates.length > 0)",
        replacement: "if (false)",
        test: lost,
    },
    {
        removes: "adoption: the time that looking needs",
        file: "provider/lifecycle/lost.ts",
        text: "if (!(await task.wait(pause)))",
        replacement: "if (!(await task.wait(pause))) return undefined;\n        if (false)",
        test: lost,
    },
    {
        removes: "the ids in an undecided create's error",
        file: "provider/lifecycle/lost.ts",
        text: "unread.push(...ids(items));",
        replacement: "",
        test: lost,
    },
    {
        removes: "the twin check",
        file: "provider/lifecycle/create.ts",
        text: "if (definition.keyIsShared) await refuseTwin(task);",
        replacement: "",
        test: killed,
    },
    {
        removes: "the twin check's knowledge of what the stack manages",
        file: "provider/lifecycle/twins.ts",
        text: ".filter((item) => !run.owned.has(String(item.id)))",
        replacement: "",
        test: killed,
    },
    {
        removes: "an import's comparison",
        file: "provider/lifecycle/import.ts",
        text: "if (differing.length > 0) {",
        replacement: "if (false) {",
        test: killed,
    },
    {
        removes: "the envelope check: web pages count as PingOne's word",
        file: "provider/client/answer.ts",
        text: 'return typeof body === "object" && body !== null && "code" in body && "message" in body && "id" in body;',
        replacement: "return true;",
        test: gone,
    },
    {
        removes: "the envelope check: any JSON counts as PingOne's word",
        file: "provider/client/answer.ts",
        text: 'return typeof body === "object" && body !== null && "code" in body && "message" in body && "id" in body;',
        replacement: 'return typeof body === "object" && body !== null;',
        test: matrix,
        only: "read CustomResource 404 from a gateway",
    },
    {
        removes: "the environment check",
        file: "provider/lifecycle/task.ts",
        text: "await this.requireEnvironment();\n            return undefined;",
        replacement: "return undefined;",
        test: gone,
    },
    {
        removes: "that a deletion of what is gone succeeds",
        file: "provider/lifecycle/task.ts",
        text: 'if (!(error instanceof PingOneError) || error.code !== "NOT_FOUND") throw error;',
        replacement: "throw error;",
        test: gone,
    },
    {
        removes: "that a list only proves that nothing changed",
        file: "provider/lifecycle/read.ts",
        text: "isDeepStrictEqual(visible(shown.props), visible(state))",
        replacement: "true",
        test: "test/scale/pages.test.ts",
        only: "behind our back",
    },
    {
        removes: "the sanitizer",
        file: "provider/lifecycle/values.ts",
        text: "return value === undefined\n        ? value",
        replacement: "return true\n        ? value",
        test: answers,
    },
    {
        removes: "the redaction",
        file: "provider/client/redact.ts",
        text: 'return sent.reduce((message, secret) => message.replaceAll(secret, "[withheld]"), text);',
        replacement: "return text;",
        test: answers,
    },
    {
        removes: "the error's plainness: the engine gets what was thrown",
        file: "provider/lifecycle/provider.ts",
        text: "throw presentable(error, what());",
        replacement: "throw error;",
        test: answers,
    },
    {
        removes: "the one token request of all callers",
        file: "provider/client/token.ts",
        text: "if (!this.current || performance.now() >= this.renewAt) {",
        replacement: "if (true) {",
        test: together,
    },
    {
        removes: "the new token for one that was revoked",
        file: "provider/client/http.ts",
        text: "if (status === 401 && ",
        replacement: "if (false && ",
        test: matrix,
        only: "create Grant tokens revoked before",
    },
    {
        removes: "that a token which could not be had proves that nothing was sent",
        file: "provider/client/answer.ts",
        text: "call.authorized && !(certainlyNot && reliable)",
        replacement: "!(certainlyNot && reliable)",
        test: matrix,
        only: "create CustomResource 500 again and again$",
    },
    {
        removes: "the doubt in a refusal that is not PingOne's",
        file: "provider/client/answer.ts",
        text: "|| isEnvelope(response.data);",
        replacement: "|| true;",
        test: matrix,
        only: "create Application 403 from a proxy after",
    },
    {
        removes: "obedience to Retry-After",
        file: "provider/client/http.ts",
        text: 'const asked = retryAfter(error.response?.headers["retry-after"], this.serverNow);',
        replacement: "const asked = undefined as number | undefined;",
        test: matrix,
        only: "read CustomResource 429 with Retry-After a day",
    },
    {
        removes: "the wait of all callers for Retry-After",
        file: "provider/client/http.ts",
        text: "if (rateLimited) this.pace.refused(",
        replacement: "if (false) this.pace.refused(",
        test: retries,
        only: "holds back all other requests",
    },
    {
        removes: "the calm under a Retry-After of nothing",
        file: "provider/client/http.ts",
        text: "Math.max(asked, least)",
        replacement: "asked",
        test: "test/faults/limits.test.ts",
    },
    {
        removes: "that redirects are not followed",
        file: "provider/client/http.ts",
        text: "maxRedirects: 0",
        replacement: "maxRedirects: 5",
        test: matrix,
        only: "delete Application a redirect",
    },
    {
        removes: "the suspicion of a deletion answered with a web page",
        file: "provider/client/http.ts",
        text: 'if (method === "DELETE" && text === "") return {};',
        replacement: 'if (method === "DELETE") return {};',
        test: matrix,
        only: "delete CustomResource 200 from a login page",
    },
    {
        removes: "the suspicion of JSON that is not PingOne's",
        file: "provider/client/http.ts",
        text: "body && marks.some((mark) => mark in body) ? body : undefined",
        replacement: "body",
        test: matrix,
        only: "update CustomResource 200 with JSON",
    },
    {
        removes: "the second try after a body cut short",
        file: "provider/client/retry.ts",
        text: "status < 300 || ",
        replacement: "",
        test: matrix,
        only: "read CustomResource success with a body that is truncated",
    },
    {
        removes: "the turns of writes to an application's grants",
        file: "provider/lifecycle/task.ts",
        text: "oneWriteAtATime ? [] : ",
        replacement: "",
        test: together,
    },
    {
        removes: "another try of what was refused because of other writes of the run",
        file: "provider/lifecycle/task.ts",
        text: "!(await passes(this, write, error, pause))",
        replacement: "true",
        test: refusals,
    },
    {
        removes: "the wait for a name that another write of the run gives up",
        file: "provider/lifecycle/refusals.ts",
        text: "(await task.wait(pause)) && write.overlaps",
        replacement: "false",
        test: refusals,
    },
    {
        removes: "the end of tries where no other write explains the refusal",
        file: "provider/lifecycle/refusals.ts",
        text: "related.some((id) => run.touched.has(id)) && !isAboutItsOwnValues(task, refusal)",
        replacement: "true",
        test: refusals,
    },
    {
        removes: "that an update drops what went with another value",
        file: "provider/lifecycle/body.ts",
        text: "if (when(inputs)) remove(body, path);",
        replacement: "",
        test: "test/fuzz/found.test.ts",
    },
    {
        removes: "that an import takes over what the run has seen, too",
        file: "provider/lifecycle/create.ts",
        text: "!run.leaving.has(imported)",
        replacement: "!run.owned.has(imported)",
        test: "test/provider/import.test.ts",
    },
    {
        removes: "that one object is imported once",
        file: "provider/lifecycle/import.ts",
        text: "if (run.imported.has(id))",
        replacement: "if (false)",
        test: "test/provider/import.test.ts",
    },
    {
        removes: "that a list's item which lacks a property proves nothing",
        file: "provider/lifecycle/read.ts",
        text: "shows(task, listed, given) && ",
        replacement: "",
        test: "test/provider/drift.test.ts",
    },
    {
        removes: "that an empty value which is given for the first time is sent",
        file: "provider/lifecycle/diff.ts",
        text: ", ...newlyGiven(definition, state, news)]",
        replacement: "]",
        test: "test/provider/drift.test.ts",
    },
];
