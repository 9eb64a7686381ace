import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { closeAll, send, start } from "../emulator/client";

const CLI = join(__dirname, "../../cli/index.js");

interface Run {
    child: ChildProcess;
    stdout: string;
    stderr: string;
    /** The exit code, once it has ended. */
    ended: Promise<number | null>;
}

describe("pulumi-pingone emulator", () => {
    const runs: Run[] = [];
    let folder: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "pingone-emulator-"));
    });
    afterEach(async () => {
        for (const { child, ended } of runs.splice(0)) {
            child.kill("SIGKILL");
            await ended;
        }
        await closeAll();
        rmSync(folder, { recursive: true });
    });

    function run(...args: string[]): Run {
        const child = spawn(process.execPath, [CLI, ...args], { stdio: ["ignore", "pipe", "pipe"] });
        const ended = once(child, "close").then(([code]) => code as number | null);
        const started: Run = { child, stdout: "", stderr: "", ended };
        child.stdout?.on("data", (chunk) => {
            started.stdout += chunk;
        });
        child.stderr?.on("data", (chunk) => {
            started.stderr += chunk;
        });
        runs.push(started);
        return started;
    }

    /** The environment variables that a running emulator prints. */
    async function printed(started: Run): Promise<Record<string, string>> {
        while (!started.stdout.includes("PINGONE_AUTH_SERVICE_HOSTNAME") && started.child.stdout)
            await once(started.child.stdout, "data");
        const lines = started.stdout.matchAll(/^export (\w+)='(.*)'$/gm);
        return Object.fromEntries([...lines].map(([, name, value]) => [name, value]));
    }

    for (const signal of ["SIGINT", "SIGTERM"] as const) {
        it(`prints what to export, answers, and ends on ${signal}`, async () => {
            const started = run("emulator");
            const env = await printed(started);
            expect(Object.keys(env)).to.deep.equal([
                "PINGONE_CLIENT_ID",
                "PINGONE_CLIENT_SECRET",
                "PINGONE_ENVIRONMENT_ID",
                "PINGONE_API_SERVICE_HOSTNAME",
                "PINGONE_AUTH_SERVICE_HOSTNAME",
            ]);
            const token = await send(`${env.PINGONE_AUTH_SERVICE_HOSTNAME}/${env.PINGONE_ENVIRONMENT_ID}/as/token`, {
                method: "POST",
                headers: { authorization: `Basic ${btoa(`${env.PINGONE_CLIENT_ID}:${env.PINGONE_CLIENT_SECRET}`)}` },
                body: new URLSearchParams({ grant_type: "client_credentials" }),
            });
            expect(token.status).to.equal(200);
            started.child.kill(signal);
            expect(await started.ended).to.equal(0);
        });
    }

    it("prints nothing but comments and lines for a shell", async () => {
        const started = run("emulator");
        const env = await printed(started);
        for (const line of started.stdout.trimEnd().split("\n")) expect(line).to.match(/^(# |export \w+=')/);
        expect(started.stdout).to.include(String(env.PINGONE_API_SERVICE_HOSTNAME)).and.to.include("environment");
    });

    it("keeps the ids and the secret in the data file", async () => {
        const data = join(folder, "pingone.json");
        const first = run("emulator", "--data", data);
        const before = await printed(first);
        first.child.kill("SIGTERM");
        await first.ended;
        const port = new URL(String(before.PINGONE_API_SERVICE_HOSTNAME)).port;
        expect(await printed(run("emulator", "--data", data, "--port", port))).to.deep.equal(before);
    });

    it("has what it was told before it was killed", async () => {
        const data = join(folder, "pingone.json");
        const first = run("emulator", "--data", data);
        const before = await printed(first);
        const url = String(before.PINGONE_API_SERVICE_HOSTNAME);
        const token = await send(`${url}/${before.PINGONE_ENVIRONMENT_ID}/as/token`, {
            method: "POST",
            headers: { authorization: `Basic ${btoa(`${before.PINGONE_CLIENT_ID}:${before.PINGONE_CLIENT_SECRET}`)}` },
            body: new URLSearchParams({ grant_type: "client_credentials" }),
        });
        const { status, body } = await send(`${url}/v1/environments/${before.PINGONE_ENVIRONMENT_ID}/groups`, {
            method: "POST",
            headers: { authorization: `Bearer ${token.body.access_token}`, "content-type": "application/json" },
            body: JSON.stringify({ name: "Managers" }),
        });
        expect(status).to.equal(201);
        while (!existsSync(data) || !readFileSync(data, "utf8").includes(body.id))
            await send(`${url}/${before.PINGONE_ENVIRONMENT_ID}/as/token`);
        first.child.kill("SIGKILL");
        await first.ended;
        expect((await start({ data })).get(body.id)).to.include({ name: "Managers" });
    });

    describe("with a command", () => {
        /** A command of Node that runs this code. */
        const node = (code: string) => ["--", process.execPath, "-e", code];

        it("runs it with the variables, prints nothing of its own, and ends with its exit code", async () => {
            const code = `
                const { PINGONE_API_SERVICE_HOSTNAME: url, PINGONE_ENVIRONMENT_ID: id } = process.env;
                fetch(url + "/v1/environments/" + id).then(({ status }) => {
                    console.log(status, process.env.PINGONE_REGION_CODE, process.argv.slice(1).join());
                    process.exitCode = 7;
                });`;
            process.env.PINGONE_REGION_CODE = "EU";
            const started = run("emulator", ...node(code), "--", "--yes", "two words");
            delete process.env.PINGONE_REGION_CODE;
            expect(await started.ended, started.stderr).to.equal(7);
            expect(started.stdout).to.equal("401 undefined --yes,two words\n");
            expect(started.stderr).to.equal("");
        });

        it("has as many environments as asked for, also a second time", async () => {
            const data = join(folder, "pingone.json");
            const show =
                "console.log([1, 2, 3, 4].map((n) => process.env['PINGONE_ENVIRONMENT_ID' + (n > 1 ? '_' + n : '')]).join())";
            const first = run("emulator", "--data", data, "--environments", "3", ...node(show));
            expect(await first.ended, first.stderr).to.equal(0);
            const ids = first.stdout.trim().split(",");
            expect(new Set(ids.slice(0, 3)).size).to.equal(3);
            expect(ids[3]).to.equal("");
            const second = run("emulator", "--data", data, "--environments", "3", ...node(show));
            expect(await second.ended, second.stderr).to.equal(0);
            expect(second.stdout).to.equal(first.stdout);
        });

        /** A command that sends requests with a token: its code has `ask(method, path, body)` and the environment's `id`. */
        const asking = (code: string) =>
            node(`
                const { PINGONE_API_SERVICE_HOSTNAME: url, PINGONE_ENVIRONMENT_ID: id } = process.env;
                const client = btoa(process.env.PINGONE_CLIENT_ID + ":" + process.env.PINGONE_CLIENT_SECRET);
                const send = async (method, path, authorization, body) => {
                    const headers = { authorization, ...(typeof body === "string" && { "content-type": "application/json" }) };
                    const answer = await fetch(url + path, { method, headers, body });
                    return { status: answer.status, body: await answer.json() };
                };
                (async () => {
                    const form = new URLSearchParams({ grant_type: "client_credentials" });
                    const token = await send("POST", "/" + id + "/as/token", "Basic " + client, form);
                    const ask = (method, path, body) =>
                        send(method, "/v1" + path, "Bearer " + token.body.access_token, body && JSON.stringify(body));
                    ${code}
                })();`);

        for (const [title, options, status] of [
            ["not unless it is told to", [], 404],
            ["with --others", ["--others"], 201],
        ] as const)
            it(`has collections that it does not know: ${title}`, async () => {
                const code = `console.log((await ask("POST", "/environments/" + id + "/subscriptions", { name: "a" })).status);`;
                const started = run("emulator", ...options, ...asking(code));
                expect(await started.ended, started.stderr).to.equal(0);
                expect(started.stdout).to.equal(`${status}\n`);
            });

        for (const [title, options, status] of [
            ["the usual ones", [], 201],
            ["those named", ["--roles", "Client Application Developer, Identity Data Admin"], 403],
        ] as const)
            it(`has a worker application with roles: ${title}`, async () => {
                const code = `
                    const applications = "/environments/" + id + "/applications";
                    const worker = { name: "a", enabled: true, protocol: "OPENID_CONNECT", type: "WORKER", assignActorRoles: false };
                    const application = (await ask("POST", applications, worker)).body.id;
                    const { roles } = (await ask("GET", "/roles")).body._embedded;
                    const role = roles.find(({ name }) => name === "Environment Admin").id;
                    const assignment = { role: { id: role }, scope: { type: "ENVIRONMENT", id } };
                    console.log((await ask("POST", applications + "/" + application + "/roleAssignments", assignment)).status);`;
                const started = run("emulator", ...options, ...asking(code));
                expect(await started.ended, started.stderr).to.equal(0);
                expect(started.stdout).to.equal(`${status}\n`);
            });

        for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
            it(`passes ${signal} on once, and waits for the command's own end`, async () => {
                const code = `
                    let count = 0;
                    process.on("${signal}", () => {
                        count += 1;
                        if (count === 1) setTimeout(() => process.exit(count), 200);
                    });
                    setInterval(() => {}, 1000);
                    console.log("ready");`;
                const started = run("emulator", ...node(code));
                while (!started.stdout.includes("ready") && started.child.stdout)
                    await once(started.child.stdout, "data");
                started.child.kill(signal);
                expect(await started.ended).to.equal(1);
            });
        }

        it("ends as a shell does where a signal ended the command", async () => {
            const started = run(
                "emulator",
                ...node('process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1000)'),
            );
            expect(await started.ended).to.equal(128 + 15);
        });

        it("says in one line that there is no such command", async () => {
            const started = run("emulator", "--", "no-such-command");
            expect(await started.ended).to.equal(1);
            expect(started.stderr).to.equal(
                '"no-such-command" cannot be run: there is no such command. What follows -- is run as it is, without a shell.\n',
            );
        });
    });

    it("prints its usage when asked", async () => {
        for (const [args, usage] of [
            [["--help"], "Usage: pulumi-pingone [options] [command]"],
            [["emulator", "-h"], "Usage: pulumi-pingone emulator [options] [-- command...]"],
        ] as const) {
            const started = run(...args);
            expect(await started.ended).to.equal(0);
            expect(started.stdout.split("\n")[0]).to.equal(usage);
        }
    });

    for (const [args, message] of [
        [["serve"], "unknown command 'serve'"],
        [["emulator", "pulumi", "up", "--yes"], "unknown option '--yes'"],
        [["emulator", "--prot", "1"], "unknown option '--prot'"],
        [["emulator", "--port", "70000"], "argument '70000' is invalid. It is a number from 0 to 65535."],
        [["emulator", "--data="], "It names a file."],
        [["emulator", "--roles", "Environment Admin,"], "It is a list of names, separated by commas."],
        [["emulator", "--environments", "0"], "argument '0' is invalid. It is a number from 1 to 99."],
    ] as const) {
        it(`refuses ${JSON.stringify(args)} and says where help is`, async () => {
            const started = run(...args);
            expect(await started.ended).to.equal(1);
            expect(started.stderr.split("\n")[0]).to.include(message);
            expect(started.stderr).to.include("--help");
            expect(started.stdout).to.equal("");
        });
    }

    it("prints its commands when none is given", async () => {
        const started = run();
        expect(await started.ended).to.equal(1);
        expect(started.stderr).to.match(/^Usage: pulumi-pingone \[options\] \[command\]/);
    });

    it("says in one line that the port is in use", async () => {
        const { port } = new URL((await start()).url);
        const started = run("emulator", "--port", port);
        expect(await started.ended).to.equal(1);
        expect(started.stderr).to.equal(
            `Port ${port} is in use; choose another with --port, or leave it out for a free one\n`,
        );
    });

    it("says in one line that there is no such role", async () => {
        const started = run("emulator", "--roles", "Client Application Developer, Emperor");
        expect(await started.ended).to.equal(1);
        expect(started.stderr).to.match(
            /^There is no role "Emperor"; there are Organization Admin, .*Client Application Developer, .*\n$/,
        );
        expect(started.stderr.split("\n")).to.have.lengthOf(2);
        expect(started.stdout).to.equal("");
    });

    it("says in one line that the folder of the data file is not there", async () => {
        const data = join(folder, "none", "pingone.json");
        const started = run("emulator", "--data", data);
        expect(await started.ended).to.equal(1);
        expect(started.stderr).to.equal(
            `The data file ${data} cannot be written: there is no folder ${join(folder, "none")}; make it first\n`,
        );
    });

    it("says in one line that the data file is none", async () => {
        const started = run("emulator", "--data", folder);
        expect(await started.ended).to.equal(1);
        expect(started.stderr).to.match(/^The data file .* cannot be read: EISDIR.*\n$/);
    });

    it("says in one line that the data file is malformed", async () => {
        const data = join(folder, "other.json");
        writeFileSync(data, "hello");
        const started = run("emulator", "--data", data);
        expect(await started.ended).to.equal(1);
        expect(started.stderr).to.equal(
            `${data} is not a data file of the PingOne emulator; delete it or name another one\n`,
        );
    });
});
