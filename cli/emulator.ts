import { Command, InvalidArgumentError, Option } from "commander";
import { type Emulator, startEmulator } from "../emulator/index";

interface Options {
    port: number;
    data?: string;
}

/** `pulumi-pingone emulator`: a PingOne on this machine. */
export function emulatorCommand(): Command {
    return new Command("emulator")
        .description("Runs a PingOne on this machine, for trying programs and for tests.")
        .addOption(
            new Option("--port <number>", "the port to listen on at 127.0.0.1")
                .argParser(port)
                .default(0, "a free one"),
        )
        .addOption(
            new Option("--data <file>", "keeps the content, the ids and the client secret in a JSON file").argParser(
                file,
            ),
        )
        .addHelpText("after", '\nExample:\n  eval "$(npx pulumi-pingone emulator --port 8080 &)"')
        .action(run);
}

async function run({ port, data }: Options): Promise<void> {
    const emulator = await startEmulator(data === undefined ? { port } : { port, data }).catch((error: unknown) => {
        throw explained(error, port);
    });
    const stop = () => void emulator.close();
    // Nobody reads the requests here, and an emulator may run for days.
    setInterval(() => emulator.clearRequests(), 60_000).unref();
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
    process.stdout.write(introduction(emulator));
}

function port(text: string): number {
    if (!/^\d{1,5}$/.test(text) || Number(text) > 65535)
        throw new InvalidArgumentError("It is a number from 0 to 65535.");
    return Number(text);
}

function file(text: string): string {
    if (text === "") throw new InvalidArgumentError("It names a file.");
    return text;
}

function introduction({ url, env, environmentId }: Emulator): string {
    const quoted = (value: string) => `'${value.replaceAll("'", "'\\''")}'`;
    const exports = Object.entries(env).map(([name, value]) => `export ${name}=${quoted(value)}`);
    return `# PingOne emulator at ${url}, environment ${environmentId}; Ctrl-C stops it\n${exports.join("\n")}\n`;
}

function explained(error: unknown, port: number): unknown {
    const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    return isTaken
        ? new Error(`Port ${port} is in use; choose another with --port, or leave it out for a free one`)
        : error;
}
