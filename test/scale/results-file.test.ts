import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { writeSection } from "../../tools/bench/results-file.js";
import { type Scratch, scratchFolder } from "../../tools/scratch.js";

describe("the results file", () => {
    let scratch: Scratch;
    let file: string;
    beforeEach(() => {
        scratch = scratchFolder();
        file = join(scratch.path, "BENCHMARKS.md");
    });
    afterEach(() => scratch.remove());

    const text = () => readFileSync(file, "utf8");

    it("is made with its first section", () => {
        writeSection(file, "speed", "## Speed\n\nfast");
        expect(text()).to.match(
            /^# Benchmarks\n[^<]*\n<!-- begin speed -->\n\n## Speed\n\nfast\n\n<!-- end speed -->\n$/,
        );
    });

    it("keeps all other sections, and its own words, when one is written anew", () => {
        writeSection(file, "speed", "fast");
        writeSection(file, "size", "small");
        writeSection(file, "faults", "none");
        const before = text();
        writeSection(file, "size", "smaller\n\n- and smaller");
        expect(text()).to.equal(before.replace("small", "smaller\n\n- and smaller"));
        writeSection(file, "size", "small");
        expect(text()).to.equal(before);
    });

    it("does not take one section for another whose name begins alike", () => {
        writeSection(file, "state", "a");
        writeSection(file, "state-size", "b");
        writeSection(file, "state", "c");
        expect(text()).to.contain("<!-- begin state-size -->\n\nb\n").and.not.contain("\na\n");
    });
});
