import { type Emulator, type EmulatorOptions, startEmulator } from "../../emulator/index.js";
import { ensurePulumi } from "../../tools/pulumi-cli.js";
import { addStock } from "../support/stock.js";
import { watched } from "../support/watched.js";
import { opened } from "./opened.js";

/**
 * A suite that needs the real Pulumi engine. Without one its tests fail in CI; elsewhere they are skipped, counted, where
 * nobody overlooks it.
 */
export function describeEngine(title: string, body: (this: Mocha.Suite) => void): void {
    describe(title, function () {
        this.timeout(120_000);

        before("get the Pulumi CLI", async function () {
            this.timeout(45 * 60_000);
            try {
                await ensurePulumi();
            } catch (error) {
                if (isCi()) throw error;
                const count = this.test?.parent?.total();
                const line = "!".repeat(100);
                console.error(`${line}\nSKIPPED "${title}": ${count} tests on the Pulumi engine\n${error}\n${line}`);
                this.skip();
            }
        });
        afterEach("end what the test has left running", async () => {
            await Promise.all([...opened].map((each) => each.stop()));
        });
        after("remove what the suite has made", async () => {
            for (const each of [...opened]) await each.remove();
        });

        body.call(this);
    });
}

/** Starts an emulator that has what programs of tests refer to. It is closed at the end of the suite. */
export async function openEmulator(options?: EmulatorOptions): Promise<Emulator> {
    const emulator = await openPlainEmulator(options);
    addStock(emulator);
    return emulator;
}

/** Starts an emulator as users have it. It is closed at the end of the suite. */
export async function openPlainEmulator(options?: EmulatorOptions): Promise<Emulator> {
    const emulator = watched(await startEmulator(options));
    const entry = {
        stop: async () => {},
        remove: async () => {
            opened.delete(entry);
            await emulator.close();
        },
    };
    opened.add(entry);
    return emulator;
}

function isCi(): boolean {
    return !["", "0", "false", undefined].includes(process.env.CI?.toLowerCase());
}
