import { type EmulatorOptions, startEmulator } from "../../emulator/index.js";
import type { Received, Started } from "./emulator.js";

/** An emulator alone in its process: its parent asks over IPC for the requests since it last asked. */
async function main(): Promise<void> {
    const emulator = await startEmulator(JSON.parse(process.argv[2] ?? "{}") as EmulatorOptions);
    process.on("message", () => {
        const received: Received[] = emulator.requests.map(({ method, path, status, at }) => ({
            method,
            path,
            status,
            at,
        }));
        emulator.clearRequests();
        process.send?.(received);
    });
    process.on("disconnect", () => process.exit());
    const started: Started = { env: emulator.env };
    process.send?.(started);
}

void main();
