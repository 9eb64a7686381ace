import { expect } from "chai";
import type { Fault, RequestRecord } from "../../emulator/index";
import type { ClassCase } from "../provider/class-case";
import { closeTenants, startTenant, type Tenant } from "../support/tenant";
import { Case, type Prepared } from "./case";
import { endOf, isCarriedOut } from "./ends";
import { type Failure, type Kind, type Row, recognised, requestsOfKind, rows, type Verb } from "./matrix";
import { matrixCases, verbsOf, wayOf } from "./matrix-classes";
import { expectNoSecrets, hurry } from "./messages";

/** For all that is not under test, so that it needs no token of its own. */
const accessToken = "a-ready-access-token";

/** Starts a tenant in which an object of the class can be. */
async function prepare(kind: ClassCase): Promise<Prepared> {
    const workerEnvironmentId = "00000000-0000-4000-8000-000000000001";
    const tenant = await startTenant({ ...kind.emulator, accessToken, workerEnvironmentId }, { accessToken });
    return { tenant, ids: await kind.prepare(tenant) };
}

/** A request of an operation: what it is, and its place among all. */
interface Request {
    what: Kind;
    nth: number;
}

/** The requests that an operation makes when nothing goes wrong. */
async function requestsOf(kind: ClassCase, verb: Verb): Promise<Request[]> {
    const undisturbed = await Case.prepare(kind, verb, await prepare(kind));
    expect(await undisturbed.perform()).to.equal(undefined);
    return undisturbed.requests.map((request, index) => ({ what: whatIs(request, verb), nth: index + 1 }));
}

function whatIs({ method, path }: RequestRecord, verb: Verb): Kind {
    if (path.endsWith("/as/token")) return "token";
    if (path.includes("?")) return verb === "create" || verb === "update" ? "list" : "page";
    return method.toLowerCase() as Kind;
}

/** The row's fault: on the nth request, or on requests of that kind whenever they come. */
function faultOn({ fault }: Row, { what, nth }: Request): Fault {
    return fault.times === undefined ? { ...fault, nth } : { ...fault, ...requestsOfKind[what] };
}

/** Lets the fault hit the request of the operation, and then does what a user would do. */
async function suffer(
    kind: ClassCase,
    verb: Verb,
    row: Row,
    { what, nth }: Request,
    one: Case,
    tenant: Tenant,
): Promise<void> {
    const fault = tenant.emulator.fault(faultOn(row, { what, nth }));
    const { outputs } = one.resource;

    const message = await one.perform(row.settings);
    expect(fault.hits).to.be.greaterThan(0);
    tenant.emulator.clearFaults();
    const failure = endOf(row, what, verb, kind);
    if (failure) {
        expectMessage(message ?? "success", failure, row);
        await one.expectObjects(isCarriedOut(row, what, kind));
        expect(one.resource.outputs).to.deep.equal(outputs);
        await one.recover();
    } else expect(message).to.equal(undefined);
    await one.expectObjects(true);
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

describe("fault matrix", () => {
    hurry();
    after(closeTenants);

    for (const kind of matrixCases) {
        // What a case leaves as it found it is there for the next one.
        const prepared: Prepared[] = [];

        for (const verb of verbsOf(kind))
            describe(`${verb} ${wayOf(kind)}`, () => {
                let requests: Request[];
                before(async () => {
                    requests = await requestsOf(kind, verb);
                });

                for (const row of rows)
                    it(row.title, async () => {
                        const suffering = requests.map(async (request) => {
                            try {
                                const place = prepared.pop() ?? (await prepare(kind));
                                const one = await Case.prepare(kind, verb, place);
                                await suffer(kind, verb, row, request, one, place.tenant);
                                if (!one.leavesTraces) prepared.push(place);
                            } catch (error) {
                                if (error instanceof Error)
                                    error.message = `request ${request.nth} (${request.what}): ${error.message}`;
                                throw error;
                            }
                        });
                        await Promise.all(suffering);
                    });
            });
    }
});
