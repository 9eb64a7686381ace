import { expect } from "chai";
import type { Collection, Fault } from "../../emulator/index";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";
import { Case } from "./case";
import { type Failure, type Kind, neverThere, type Row, recognised, requestsOfKind, rows, type Verb } from "./matrix";
import { expectNoSecrets, hurry } from "./messages";
import { type Subject, subjects, subjectsWithoutUpdate } from "./subjects";

const verbs: readonly Verb[] = ["create", "read", "update", "delete"];

/** Where there is no update, others cannot make an object another one either. */
const withoutUpdate: readonly Verb[] = ["create", "delete"];

const plan = [
    ...subjects.map((subject) => ({ subject, operations: verbs })),
    ...subjectsWithoutUpdate.map((subject) => ({ subject, operations: withoutUpdate })),
];

/** For all that is not under test, so that it needs no token of its own. */
const accessToken = "a-ready-access-token";

function start(): Promise<Tenant> {
    return startTenant({ accessToken, workerEnvironmentId: "00000000-0000-4000-8000-000000000001" }, { accessToken });
}

/** The requests that an operation makes when nothing goes wrong. */
async function requestsOf(subject: Subject<Collection>, verb: Verb): Promise<Kind[]> {
    const undisturbed = await Case.prepare(subject, verb, await start());
    await undisturbed.perform();
    return undisturbed.requests.map(({ method, path }) => {
        if (path.endsWith("/as/token")) return "token";
        if (path.includes("?")) return verb === "create" ? "twins" : "page";
        return method.toLowerCase() as Kind;
    });
}

/** The row's fault: on the nth request, or on requests of that kind whenever they come. */
function faultOn({ fault }: Row, kind: Kind, nth: number): Fault {
    return fault.times === undefined ? { ...fault, nth } : { ...fault, ...requestsOfKind[kind] };
}

/** Lets the fault hit the nth request of the operation, and then does what a user would do. */
async function suffer(subject: Subject<Collection>, verb: Verb, row: Row, kind: Kind, nth: number): Promise<void> {
    const tenant = await start();
    const one = await Case.prepare(subject, verb, tenant);
    const fault = tenant.emulator.fault(faultOn(row, kind, nth));
    const { outputs } = one.resource;

    const message = await one.perform(row.settings);
    expect(fault.hits).to.be.greaterThan(0);
    tenant.emulator.clearFaults();
    const failure =
        row.fails[kind] ?? (kind === "post" && subject.undated && losesAnswer(row) ? neverThere : undefined);
    if (failure) {
        expectMessage(message ?? "success", failure, row);
        one.expectObjects(["post", "put", "delete"].includes(kind) && carriesOut(row));
        expect(one.resource.outputs).to.deep.equal(outputs);
        await one.recover();
    } else expect(message).to.equal(undefined);
    one.expectObjects(true);
    await one.expectPeace();
    expectNoSecrets(tenant, message);
}

function expectMessage(message: string, { code, says = [] }: Failure, { fault }: Row): void {
    expect(message).to.match(/^could not (create|read|update|delete|fetch)/);
    expect(message).to.match(recognised[code] ?? /^$/);
    for (const text of says) expect(message).to.contain(text);
    const answered = !("drop" in fault.effect || "hang" in fault.effect || "drip" in fault.effect);
    const lastLine = message.split("\n").at(-1) ?? "";
    if (answered) expect(lastLine).to.match(/^Correlation id for Ping Identity's support: [0-9a-f-]{36}$/);
    expect(message.match(/Correlation id/g) ?? []).to.have.length(answered ? 1 : 0);
}

function losesAnswer(row: Row): boolean {
    return carriesOut(row) && !("revokeTokens" in row.fault.effect);
}

function carriesOut({ fault: { after, effect } }: Row): boolean {
    return after === true || "drip" in effect || ("body" in effect && !("status" in effect));
}

describe("fault matrix", () => {
    hurry();
    afterEach(closeTenants);

    for (const { subject, operations } of plan) {
        for (const verb of operations) {
            describe(`${verb} ${subject.definition.type}`, () => {
                let requests: Kind[];
                before(async () => {
                    requests = await requestsOf(subject, verb);
                    await closeTenants();
                });

                for (const row of rows) {
                    it(row.title, async () => {
                        await Promise.all(
                            requests.map((kind, index) =>
                                suffer(subject, verb, row, kind, index + 1).catch((error: Error) => {
                                    error.message = `request ${index + 1} (${kind}): ${error.message}`;
                                    throw error;
                                }),
                            ),
                        );
                    });
                }
            });
        }
    }
});
