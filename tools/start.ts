import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Emulator, startEmulator } from "../emulator/index.js";
import { overview, table } from "./overview.js";
import { ensurePulumi } from "./pulumi-cli.js";
import { exitOnSignals } from "./scratch.js";
import { linkModules, REPOSITORY, Workplace } from "./workplace.js";

const PROGRAM = join("examples", "quickstart", "index.ts");

/** The demo's edit of the program: the grant gets a second scope. */
const EDIT = [
    [
        "const web =",
        'const write = new pingone.ResourceScope("orders-write", { resourceId: api.id, name: "orders:write" });\nconst web =',
    ],
    ["scopes: [read]", "scopes: [read, write]"],
] as const;

const REAL_TENANT = `
The same program against a PingOne environment of your own
  1. In PingOne's console, make an application of type Worker and give it the role
     "Client Application Developer" for the environment.
  2. Here, at the root of this repository, whose program is ${PROGRAM}:

       export PATH="$(npm run --silent pulumi-cli):$PATH"   # unless you have Pulumi installed
       pulumi login --local                                 # or wherever you keep your state
       pulumi stack init dev
       pulumi config set pingone:regionCode NA              # NA, CA, EU, AP, AU or SG
       pulumi config set pingone:environmentId <environment id>
       pulumi config set pingone:clientId <client id of the worker>
       pulumi config set --secret pingone:clientSecret      # asks for it
       pulumi up

  The other programs are in examples/. The README has the rest.
`;

async function main(): Promise<void> {
    exitOnSignals();
    const cli = await ensurePulumi();
    const emulator = await startEmulator();
    const place = new Workplace(cli, emulator.env);
    try {
        await demonstrate(place, emulator);
    } finally {
        place.remove();
        await emulator.close();
    }
    process.stdout.write(REAL_TENANT);
}

async function demonstrate(place: Workplace, emulator: Emulator): Promise<void> {
    say(`Pulumi ${place.cli.version}, an emulated PingOne at ${emulator.url}, and this program (${PROGRAM}):\n`);
    cpSync(join(REPOSITORY, "examples", "quickstart"), place.folder, { recursive: true });
    linkModules(place.folder);
    const file = join(place.folder, "index.ts");
    process.stdout.write(indented(readFileSync(file, "utf8")));

    const pulumi = async (...args: string[]) => {
        const { code, signal } = await place.pulumi(args, { show: true }).finished;
        if (code !== 0) throw new Error(`pulumi ${args[0]} failed (${signal ?? `exit code ${code}`})`);
    };
    const now = () => process.stdout.write(`\nIn PingOne now:\n${table(overview(emulator))}\n`);

    await pulumi("stack", "init", "demo");

    say("pulumi preview: what would be done");
    await pulumi("preview");
    now();

    say("pulumi up: do it");
    await pulumi("up", "--yes", "--skip-preview");
    now();

    say("The web application shall write orders too, so the program changes:\n");
    process.stdout.write(edit(file));
    say("pulumi up: the new scope is made and the grant gets it, the rest stays as it is");
    await pulumi("up", "--yes", "--skip-preview");
    now();

    say("Behind Pulumi's back, somebody takes the scope orders:write from the grant");
    withdraw(emulator, "orders:write");
    now();
    say("pulumi refresh: Pulumi sees it");
    await pulumi("refresh", "--yes", "--skip-preview", "--diff");
    now();
    say("pulumi up: as the program says, again");
    await pulumi("up", "--yes", "--skip-preview");
    now();

    say("pulumi destroy: all of it goes");
    await pulumi("destroy", "--yes", "--skip-preview");
    now();
    if (overview(emulator).length > 0) throw new Error("pulumi destroy left something behind");
}

/** Changes the program; answers what changed, as a diff does. */
function edit(file: string): string {
    const before = readFileSync(file, "utf8");
    let after = before;
    for (const [from, to] of EDIT) {
        if (!after.includes(from))
            throw new Error(`${PROGRAM} has changed, and this demo's edit no longer fits: "${from}" is not in it`);
        after = after.replace(from, to);
    }
    writeFileSync(file, after);
    const [old, fresh] = [before.split("\n"), after.split("\n")];
    const removed = old.filter((line) => !fresh.includes(line)).map((line) => `  - ${line}\n`);
    const added = fresh.filter((line) => !old.includes(line)).map((line) => `  + ${line}\n`);
    return [...removed, ...added].join("");
}

function withdraw(emulator: Emulator, scopeName: string): void {
    for (const grant of emulator.snapshot().grants) {
        emulator.edit(grant.id, (body) => {
            body.scopes = (body.scopes ?? []).filter(({ id }) => emulator.get(id)?.name !== scopeName);
        });
    }
}

function say(text: string): void {
    const bold = process.stdout.isTTY ? ["\u001b[1m", "\u001b[0m"] : ["", ""];
    process.stdout.write(`\n${bold[0]}== ${text}${bold[1]}\n`);
}

function indented(text: string): string {
    return text.replaceAll(/^(?=.)/gm, "    ");
}

main().catch((error: unknown) => {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
});
