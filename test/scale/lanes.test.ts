import { expect } from "chai";
import { Lanes } from "../../provider/client/lanes";
import { Operation } from "../../provider/client/operation";
import { failure } from "../support/failure";

describe("lanes for tasks", () => {
    it("let so many run at a time, the others in the order in which they came", async () => {
        const lanes = new Lanes(2);
        const started: string[] = [];
        const end = new Map<string, () => void>();
        const task = (name: string) =>
            lanes.run(new Operation(60), async () => {
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
        const failed = lanes.run(new Operation(60), () => Promise.reject(new Error("no")));
        expect((await failure(failed)).message).to.equal("no");
        expect(await lanes.run(new Operation(60), async () => "yes")).to.equal("yes");
    });

    it("are not waited for longer than an operation may take, and nobody's lane is lost over it", async () => {
        const lanes = new Lanes(1);
        let end = () => {};
        const first = lanes.run(
            new Operation(60),
            () =>
                new Promise<void>((resolve) => {
                    end = resolve;
                }),
        );
        let began = false;
        const late = lanes.run(new Operation(0.02), async () => {
            began = true;
        });
        const patient = lanes.run(new Operation(60), async () => "its turn");

        expect((await failure(late)).message).to.contain("the operation's 0.02 s were over before its turn came");
        end();
        await first;
        expect(await patient).to.equal("its turn");
        expect(await lanes.run(new Operation(60), async () => "free again")).to.equal("free again");
        expect(began).to.equal(false);
    });
});
