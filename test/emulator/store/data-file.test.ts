import {
    existsSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    statSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { startEmulator } from "../../../emulator/index";
import { type Body, closeAll, created, open, start, webApp } from "../client";

describe("emulator: data file", () => {
    let folder: string;
    let data: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "pingone-emulator-"));
        data = join(folder, "pingone.json");
    });
    afterEach(async () => {
        await closeAll();
        rmSync(folder, { recursive: true });
    });

    it("keeps content, ids and secrets between runs", async () => {
        const first = await open({ data });
        const app = await created(first, "/applications", webApp());
        const { secret } = (await first.call("GET", `/applications/${app.id}/secret`)).body;
        const before = [first.emulator.env, first.emulator.objects("scopes"), first.emulator.snapshot()] as const;
        await first.emulator.close();

        const second = await open({ data });
        const { emulator } = second;
        const { url } = emulator;
        const moved = { PINGONE_API_SERVICE_HOSTNAME: url, PINGONE_AUTH_SERVICE_HOSTNAME: url };
        expect(emulator.env).to.deep.equal({ ...before[0], ...moved });
        expect(emulator.objects("scopes")).to.deep.equal(before[1]);
        expect(emulator.snapshot()).to.deep.equal(before[2]);
        expect((await second.call("GET", `/applications/${app.id}/secret`)).body.secret).to.equal(secret);
        const next = await created(second, "/applications", webApp());
        expect(emulator.snapshot().applications.map(({ id }) => id)).to.deep.equal([app.id, next.id]);
    });

    it("keeps the worker's own environment", async () => {
        const first = await start({ data, workerEnvironmentId: "workers" });
        await first.close();
        const { env, environmentId } = await start({ data });
        expect([env.PINGONE_ENVIRONMENT_ID, environmentId]).to.deep.equal(["workers", first.environmentId]);
    });

    it("is refused when it cannot be read", async () => {
        let code: unknown;
        try {
            await start({ data: folder });
        } catch (error) {
            code = error instanceof Error && "code" in error && error.code;
        }
        expect(code).to.equal("EISDIR");
        expect(readdirSync(folder)).to.deep.equal([]);
    });

    it("is written soon after each change, for its owner only", async () => {
        const session = await open({ data });
        const written = async (holds: (text: string) => boolean) => {
            while (!existsSync(data) || !holds(readFileSync(data, "utf8"))) await session.call("GET", "");
        };
        const { id } = await created(session, "/resources", { name: "orders" });
        await written((text) => text.includes(id));
        await session.call("PUT", `/resources/${id}`, { name: "bills" });
        await written((text) => text.includes("bills"));
        session.emulator.edit(id, (object) => {
            object.description = "drift";
        });
        await written((text) => text.includes("drift"));
        session.emulator.remove(id);
        await written((text) => !text.includes(id));
        expect(statSync(data).mode & 0o077).to.equal(0);
    });

    it("is never seen half-written, and holds the last state once the emulator is closed", async () => {
        const session = await open({ data });
        for (let count = 0; count < 50; count += 1) {
            await created(session, "/applications", webApp({ name: `number ${count}` }));
            if (existsSync(data)) expect(() => JSON.parse(readFileSync(data, "utf8"))).not.to.throw();
        }
        await session.emulator.close();
        expect(readFileSync(data, "utf8")).to.include("number 49");
        expect(readdirSync(folder)).to.deep.equal(["pingone.json"]);
    });

    it("makes the end fail if it cannot be written", async () => {
        const emulator = await startEmulator({ data });
        emulator.addEnvironment();
        rmSync(folder, { recursive: true });
        const error = await emulator.close().then(
            () => undefined,
            (reason: unknown) => reason,
        );
        mkdirSync(folder);
        expect(error).to.have.property("code", "ENOENT");
    });

    it("of an emulator that knew fewer kinds of objects is completed with what is built in", async () => {
        const session = await open({ data });
        const before = session.emulator.objects("keyRotationPolicies");
        const app = await created(session, "/applications", webApp());
        await session.emulator.close();
        const { objects, ...rest } = JSON.parse(readFileSync(data, "utf8"));
        const kept = objects.filter(({ collection }: Body) => ["applications", "grants"].includes(collection));
        const [{ id }] = before as [Body];
        const environments = [{ id: rest.environmentId, keyRotationPolicyId: id }];
        writeFileSync(data, JSON.stringify({ ...rest, format: 1, environments, objects: kept }));

        const again = await open({ data });
        const { signing } = (await again.call("GET", `/applications/${app.id}`)).body;
        expect(signing.keyRotationPolicy).to.deep.equal({ id });
        expect((await again.call("GET", `/keyRotationPolicies/${id}`)).status).to.equal(200);
        expect(again.emulator.objects("applications")).to.have.length(4);
        expect(again.emulator.objects("scopes")).to.have.length.above(10);
        await created(again, "/resources", { name: "orders" });
        expect((await again.call("GET", "")).body.organization.id).to.be.a("string");
    });

    for (const [what, text] of [
        ["no JSON", "{"],
        ["something else", '{"format":1}'],
        [
            "a newer format",
            '{"format":3,"objects":[],"environmentId":"a","workerEnvironmentId":"a","clientId":"a","clientSecret":"a"}',
        ],
    ]) {
        it(`is refused when it is ${what}, and left as it was`, async () => {
            writeFileSync(data, String(text));
            let message: unknown;
            try {
                await start({ data });
            } catch (error) {
                message = error instanceof Error && error.message;
            }
            expect(message).to.equal(
                `${data} is not a data file of the PingOne emulator; delete it or name another one`,
            );
            expect(readFileSync(data, "utf8")).to.equal(text);
        });
    }
});
