import { expect } from "chai";
import { fuzz, randomSeed } from "./runner.js";
import { sum, Tally } from "./tally.js";

const seconds = 30;

describe("whatever happens", function () {
    this.timeout(10 * seconds * 1000);

    const seed = Number(process.env.FUZZ_SEED ?? randomSeed());
    const path = process.env.FUZZ_PATH;

    it(`nothing is lost, doubled or told on: ${seconds} s of random programs and faults (seed ${seed})`, async () => {
        const tally = new Tally();
        const found = await fuzz({ seed, path, milliseconds: seconds * 1000 }, tally);
        const again = found && `Again with FUZZ_SEED=${found.seed} FUZZ_PATH=${found.path}`;
        expect(found, `${found?.message}\n${again}`).to.equal(undefined);
        expect(sum(tally.operations)).to.be.greaterThan(0);
        expect(sum(tally.faults)).to.be.greaterThan(0);
    });
});
