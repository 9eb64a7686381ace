import { expect } from "chai";
import { Lanes } from "../../provider/client/lanes";
import { failure } from "../support/failure";

describe("lanes for tasks", () => {
    it("let so many run at a time, the others in the order in which they came", async () => {
        const lanes = new Lanes(2);
        const started: string[] = [];
        const end = new Map<string, () => void>();
        const task = (name: string) =>
            lanes.run(async () => {
                started.push(name);
                await new Promise<void>((resolve) => end.set(name, resolve));
            });
        const tasks = ["a", "b", "c", "d"].map(task);
        await new Promise(setImmediate);
        expect(started).to.deep.equal(["a", "b"]);
        end.get("b")?.();
        await tasks[1];
        await new Promise(setImmediate);
        expect(started).to.deep.equal(["a", "b", "c"]);
        end.get("a")?.();
        end.get("c")?.();
        await tasks[2];
        await new Promise(setImmediate);
        end.get("d")?.();
        await Promise.all(tasks);
        expect(started).to.deep.equal(["a", "b", "c", "d"]);
    });

    it("are free again after a task that failed, and hand its error on", async () => {
        const lanes = new Lanes(1);
        const failed = lanes.run(() => Promise.reject(new Error("no")));
        expect((await failure(failed)).message).to.equal("no");
        expect(await lanes.run(async () => "yes")).to.equal("yes");
    });
});
