import { expect } from "chai";
import { nearest } from "../../provider/nearest";

describe("the word that was meant", () => {
    const words = ["name", "names", "description", "id", "audience"];

    for (const [word, meant] of [
        ["naem", "name"],
        ["Name", "name"],
        ["nam", "name"],
        ["namess", "names"],
        ["descripton", "description"],
        ["ID", "id"],
        ["ab", undefined],
        ["completely", undefined],
        ["", undefined],
    ] as const)
        it(`by ${JSON.stringify(word)} is ${meant ?? "none of these"}`, () => {
            expect(nearest(word, words)).to.equal(meant);
        });
});
