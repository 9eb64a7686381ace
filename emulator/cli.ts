#!/usr/bin/env node
import { parseArgs } from "node:util";
import { type Emulator, startEmulator } from "./index";

const HELP = `Usage: pulumi-pingone emulator [--port N] [--data FILE]

Runs a PingOne on this machine, for trying programs and for tests.

  --port N     the port to listen on at 127.0.0.1; a free one when left out
  --data FILE  keeps the content, the ids and the client secret in a JSON file
  --help       prints this
`;

class UsageError extends Error {}

interface Command {
    help: boolean;
    port: number;
    data: string | undefined;
}

function parse(args: string[]): Command {
    let parsed: { values: { port?: string; data?: string; help?: boolean }; positionals: string[] };
    try {
        parsed = parseArgs({
            args,
            allowPositionals: true,
            options: {
                port: { type: "string" },
                data: { type: "string" },
                help: { type: "boolean", short: "h" },
            },
        });
    } catch (error) {
        throw new UsageError(error instanceof Error ? error.message : String(error));
    }
    const { values, positionals } = parsed;
    const [command, extra] = positionals;
    if (!values.help && command !== "emulator")
        throw new UsageError(command === undefined ? "No command given" : `Unknown command '${command}'`);
    if (extra !== undefined) throw new UsageError(`Unexpected argument '${extra}'`);
    const port = values.port ?? "0";
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65535)
        throw new UsageError(`--port must be a number from 0 to 65535, not '${port}'`);
    if (values.data === "") throw new UsageError("--data must name a file");
    return { help: values.help ?? false, port: Number(port), data: values.data };
}

function introduce({ url, env, environmentId }: Emulator): string {
    const quoted = (value: string) => `'${value.replaceAll("'", "'\\''")}'`;
    const exports = Object.entries(env).map(([name, value]) => `export ${name}=${quoted(value)}`);
    return `# PingOne emulator at ${url}, environment ${environmentId}; Ctrl-C stops it
${exports.join("\n")}
`;
}

function explain(error: unknown, port: number): string {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE")
        return `Port ${port} is in use; choose another with --port, or leave it out for a free one`;
    return error instanceof Error ? error.message : String(error);
}

async function main(): Promise<void> {
    let command: Command;
    try {
        command = parse(process.argv.slice(2));
    } catch (error) {
        process.stderr.write(`${explain(error, 0)}\n\n${HELP}`);
        process.exitCode = 2;
        return;
    }
    if (command.help) {
        process.stdout.write(HELP);
        return;
    }
    try {
        const { port, data } = command;
        const emulator = await startEmulator(data === undefined ? { port } : { port, data });
        const stop = () => void emulator.close();
        // Nobody reads the requests here, and an emulator may run for days.
        setInterval(() => emulator.clearRequests(), 60_000).unref();
        process.once("SIGINT", stop);
        process.once("SIGTERM", stop);
        process.stdout.write(introduce(emulator));
    } catch (error) {
        process.stderr.write(`${explain(error, command.port)}\n`);
        process.exitCode = 1;
    }
}

void main();
