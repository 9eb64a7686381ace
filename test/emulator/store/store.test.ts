import { expect } from "chai";
import { Clock } from "../../../emulator/clock";
import { type Kind, READ_ONLY } from "../../../emulator/notation/kind";
import { idOf, set, text } from "../../../emulator/notation/properties";
import { Store } from "../../../emulator/store/store";

/** How often the properties of an object were looked at: what any search through objects has to do. */
let looks = 0;

const kind = (collection: string, more: Partial<Kind> = {}): Kind => ({
    name: collection,
    collection,
    links: () => ({}),
    properties: () => {
        looks += 1;
        return {
            name: text({ unique: "environment" }),
            friends: set(idOf({ collection, whenDeleted: "take out of the array" })),
        };
    },
    ...more,
});
const environments = kind("environments", { ofOrganization: true, can: READ_ONLY, properties: {} });
const things = kind("things");
const parts = kind("parts", { parent: "things", builtIns: () => [{ name: "first" }, { name: "second" }] });

function newStore() {
    const store = new Store([environments, things, parts], { clientId: "worker", roles: [] }, new Clock(), () => {});
    store.addEnvironment({ id: "here" });
    return store;
}

describe("emulator: store", () => {
    it("looks at the same number of objects for each write, however many there are", () => {
        const store = newStore();
        const cost = (work: () => void) => {
            const before = looks;
            work();
            return looks - before;
        };
        const writes = (name: string) => {
            const stored = store.create(things, "here", undefined, { name });
            store.withValue(
                { collection: "things", environmentId: "here", parentId: undefined },
                "name",
                name,
                "environment",
            );
            store.replace(stored, { name: `${name}, again`, friends: [stored.object.id] });
            store.remove(stored);
        };
        const first = cost(() => writes("one"));
        for (let count = 0; count < 1000; count += 1)
            store.create(things, "here", undefined, { name: `number ${count}` });
        expect(cost(() => writes("another")))
            .to.equal(first)
            .and.to.be.above(0);
    });

    it("has what is under an object come and go with it", () => {
        const store = newStore();
        const thing = store.create(things, "here", undefined, { name: "one" });
        const names = () => store.inCollection("parts").map(({ object, builtIn }) => [object.name, builtIn]);
        expect(names()).to.deep.equal([
            ["first", true],
            ["second", true],
        ]);
        store.remove(thing);
        expect(names()).to.deep.equal([]);
    });

    it("finds values where they are now", () => {
        const store = newStore();
        const place = { collection: "things", environmentId: "here", parentId: undefined };
        const having = (name: string) => [...store.withValue(place, "name", name, "environment")].length;
        const thing = store.create(things, "here", undefined, { name: "one" });
        store.edit(thing, (object) => {
            object.name = "two";
        });
        expect([having("one"), having("two")]).to.deep.equal([0, 1]);
        // Only behind the server's back can two have one value; it then belongs to both.
        const other = store.create(things, "here", undefined, { name: "two" });
        store.remove(thing);
        expect(having("two")).to.equal(1);
        store.remove(other);
        expect(having("two")).to.equal(0);
    });

    it("takes a deleted object out of the lists that name it", () => {
        const store = newStore();
        const [one, two] = ["one", "two"].map((name) => store.create(things, "here", undefined, { name }));
        const friends = [one, two].map((stored) => stored?.object.id ?? "");
        const three = store.create(things, "here", undefined, { name: "three", friends });
        if (one) store.remove(one);
        expect(three.object.friends).to.deep.equal([two?.object.id]);
    });

    it("lists in the order of creation from any place on, whatever is gone in between", () => {
        const store = newStore();
        const all = ["a", "b", "c", "d"].map((name) => store.create(things, "here", undefined, { name }));
        const namesAfter = (sequence: number) =>
            store
                .list("things", "here")
                .after(sequence)
                .map(({ object }) => object.name);
        const [, b, c] = all;
        if (b) store.remove(b);
        expect(namesAfter(0)).to.deep.equal(["a", "c", "d"]);
        expect(namesAfter(b?.sequence ?? 0)).to.deep.equal(["c", "d"]);
        expect(namesAfter(c?.sequence ?? 0)).to.deep.equal(["d"]);
    });
});
