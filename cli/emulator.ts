import { Command, InvalidArgumentError, Option } from "commander";
import { type Emulator, startEmulator } from "../emulator/index";
import { runCommand } from "./run-command";

interface Options {
    port: number;
    data?: string;
    environments: number;
    others?: true;
    roles?: string[];
}

/** `pulumi-pingone emulator`: a PingOne on this machine. */
export function emulatorCommand(): Command {
    return new Command("emulator")
        .description(
            "Runs a PingOne on this machine, for trying programs and for tests: until Ctrl-C, or as long as a command takes.",
        )
        .usage("[options] [-- command...]")
        .argument(
            "[command...]",
            "what to run with it: PingOne's environment variables lead there, and it ends with that",
        )
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
        .addOption(new Option("--environments <number>", "how many environments there are").argParser(count).default(1))
        .addOption(
            new Option(
                "--others",
                "has collections and settings that it does not know, too: any that an ApiObject names",
            ),
        )
        .addOption(
            new Option(
                "--roles <names>",
                "the roles that the worker application holds, separated by commas: which it can assign, and whose secrets it can read",
            ).argParser(names),
        )
        .addHelpText("after", examples)
        .action(run);
}

const examples = `
Examples:
  pulumi-pingone emulator -- pulumi up
  pulumi-pingone emulator --environments 2 -- npm test
  pulumi-pingone emulator --port 8080 --data pingone.json
  pulumi-pingone emulator --roles "Client Application Developer" -- pulumi up

Settings of the stack (pingone:...) win over the environment variables: use a stack without any.`;

async function run(command: string[], options: Options): Promise<void> {
    const { environments, ...settings } = options;
    const emulator = await startEmulator(settings).catch((error: unknown) => {
        throw explained(error, options);
    });
    const known = emulator.objects("roles").map(({ name }) => name);
    const unknown = options.roles?.find((role) => !known.includes(role));
    if (unknown !== undefined) {
        await emulator.close();
        throw new Error(`There is no role "${unknown}"; there are ${known.join(", ")}`);
    }
    const env = { ...emulator.env, ...furtherEnvironments(emulator, environments) };
    // Nobody reads the requests here, and an emulator may run for days.
    setInterval(() => emulator.clearRequests(), 60_000).unref();
    if (command.length > 0) {
        try {
            process.exitCode = await runCommand(command, env);
        } finally {
            await emulator.close();
        }
        return;
    }
    const stop = () => void emulator.close();
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
    process.stdout.write(introduction(emulator, env));
}

/** The variables for the environments from the second on, which are made where they are not there. */
function furtherEnvironments(emulator: Emulator, wanted: number): Record<string, string> {
    const ids = emulator.objects("environments").map(({ id }) => id);
    const further = [emulator.environmentId, ...ids.filter((id) => id !== emulator.environmentId)];
    while (further.length < wanted)
        further.push(emulator.addEnvironment(undefined, { name: `Emulated environment ${further.length + 1}` }));
    return Object.fromEntries(further.slice(1).map((id, index) => [`PINGONE_ENVIRONMENT_ID_${index + 2}`, id]));
}

function port(text: string): number {
    if (!/^\d{1,5}$/.test(text) || Number(text) > 65535)
        throw new InvalidArgumentError("It is a number from 0 to 65535.");
    return Number(text);
}

function count(text: string): number {
    if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError("It is a number from 1 to 99.");
    return Number(text);
}

function names(text: string): string[] {
    const all = text.split(",").map((name) => name.trim());
    if (all.includes("")) throw new InvalidArgumentError("It is a list of names, separated by commas.");
    return all;
}

function file(text: string): string {
    if (text === "") throw new InvalidArgumentError("It names a file.");
    return text;
}

function introduction({ url, environmentId }: Emulator, env: Record<string, string>): string {
    const quoted = (value: string) => `'${value.replaceAll("'", "'\\''")}'`;
    const exports = Object.entries(env).map(([name, value]) => `export ${name}=${quoted(value)}`);
    return `# PingOne emulator at ${url}, environment ${environmentId}; Ctrl-C stops it\n${exports.join("\n")}\n`;
}

/** What the system says, in the words of who gave the options. */
function explained(error: unknown, { port, data }: Options): unknown {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE")
        return new Error(`Port ${port} is in use; choose another with --port, or leave it out for a free one`);
    if (data !== undefined && error instanceof Error && (syscall === "open" || syscall === "read"))
        return new Error(`The data file ${data} cannot be read: ${error.message}`);
    return error;
}
