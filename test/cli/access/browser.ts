import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Duplex } from "node:stream";
import { type Scratch, scratchFolder } from "../../../tools/scratch";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** A Chromium of this machine, or undefined where none is on PATH. */
export const chromium = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));

interface Message {
    id?: number;
    method?: string;
    params?: Record<string, unknown>;
    result?: Record<string, unknown>;
    error?: { message: string };
}

/** A page in a browser without a window, by the DevTools protocol over pipes. */
export class BrowserPage {
    /** Errors and warnings that the page has caused. */
    complaints: string[] = [];
    /** The URLs of its requests. */
    requests: string[] = [];
    private readonly waiting = new Map<number, (message: Message) => void>();
    private loaded = () => {};
    private session?: string;
    private sent = 0;
    private received = "";

    private constructor(
        private readonly child: ChildProcess,
        private readonly profile: Scratch,
    ) {
        this.pipe(4).setEncoding("utf8");
        this.pipe(4).on("data", (text: string) => {
            const messages = (this.received + text).split("\0");
            this.received = messages.pop() ?? "";
            for (const message of messages) this.receive(JSON.parse(message) as Message);
        });
        child.once("exit", () => {
            for (const settle of this.waiting.values()) settle({ error: { message: "the browser has ended" } });
        });
    }

    /** Starts a browser with an empty page. */
    static async start(browser: string): Promise<BrowserPage> {
        const profile = scratchFolder("pulumi-pingone-browser-");
        const flags = [
            "--headless",
            "--remote-debugging-pipe",
            // Containers have no room for its sandbox, and the page is the tests' own.
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            `--user-data-dir=${profile.path}`,
        ];
        const child = spawn(browser, flags, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
        const page = new BrowserPage(child, profile);
        const { targetId } = await page.send("Target.createTarget", { url: "about:blank" });
        const { sessionId } = await page.send("Target.attachToTarget", { targetId, flatten: true });
        page.session = String(sessionId);
        for (const domain of ["Page", "Runtime", "Log", "Network"]) await page.send(`${domain}.enable`);
        return page;
    }

    /** Loads another page. */
    async open(url: string): Promise<void> {
        this.complaints = [];
        this.requests = [];
        const loaded = new Promise<void>((resolve) => {
            this.loaded = resolve;
        });
        await this.send("Page.navigate", { url });
        await loaded;
    }

    /** The value of an expression in the page. */
    async value(expression: string): Promise<unknown> {
        const { result } = await this.send("Runtime.evaluate", { expression, returnByValue: true });
        return (result as { value?: unknown }).value;
    }

    /** Presses a key, for example `Tab`. */
    async press(key: string): Promise<void> {
        const codes: Record<string, number> = { Tab: 9, Enter: 13, Escape: 27 };
        const common = { key, code: key, windowsVirtualKeyCode: codes[key] };
        const text = key === "Enter" ? { text: "\r" } : {};
        await this.send("Input.dispatchKeyEvent", { type: "keyDown", ...common, ...text });
        await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...common });
    }

    /** Types a text where the focus is. */
    async type(text: string): Promise<void> {
        await this.send("Input.insertText", { text });
    }

    /** Shows the page as somebody has it who likes dark pages, or light ones. */
    async prefer(scheme: "dark" | "light"): Promise<void> {
        await this.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }] });
    }

    /** Ends the browser. */
    async close(): Promise<void> {
        const ended = new Promise((resolve) => this.child.once("exit", resolve));
        this.session = undefined;
        await this.send("Browser.close");
        await ended;
        this.profile.remove();
    }

    private send(method: string, params: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
        this.sent += 1;
        const message = { id: this.sent, method, params, ...(this.session && { sessionId: this.session }) };
        this.pipe(3).write(`${JSON.stringify(message)}\0`);
        return new Promise((resolve, reject) => {
            this.waiting.set(message.id, ({ result = {}, error }) => {
                this.waiting.delete(message.id);
                if (error) reject(new Error(`${method}: ${error.message}`));
                else resolve(result);
            });
        });
    }

    private receive({ id, method, params = {}, ...answer }: Message): void {
        if (id !== undefined) this.waiting.get(id)?.(answer);
        if (method === "Page.loadEventFired") this.loaded();
        if (method === "Network.requestWillBeSent") this.requests.push((params.request as { url: string }).url);
        if (
            method === "Runtime.exceptionThrown" ||
            method === "Runtime.consoleAPICalled" ||
            method === "Log.entryAdded"
        )
            this.complaints.push(JSON.stringify(params));
    }

    private pipe(index: 3 | 4): Duplex {
        return this.child.stdio[index] as Duplex;
    }
}
