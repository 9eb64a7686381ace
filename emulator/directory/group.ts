import { textAt } from "../notation/json";
import type { Kind, Rule } from "../notation/kind";
import { anything, reference, text } from "../notation/properties";
import { invalid } from "../notation/rules";

const populationStays: Rule = ({ population }, { old }) =>
    old !== undefined && old.population === undefined && population !== undefined
        ? invalid("population", "The population of a group cannot be changed.")
        : undefined;

/** A group of users, of one population or of the whole environment. */
export const group: Kind = {
    name: "Group",
    collection: "groups",
    properties: {
        name: text({
            required: true,
            // Groups of different populations may share a name.
            unique: (one, other) => {
                const [population, another] = [one, other].map((each) => textAt(each, "population.id"));
                return population === undefined || another === undefined || population === another;
            },
        }),
        description: text(),
        externalId: text(),
        customData: anything(),
        userFilter: text(),
        population: reference(
            { collection: "populations", whenDeleted: "delete this object" },
            { sticky: true },
            { immutable: true },
        ),
    },
    rules: [populationStays],
    readOnly: ["directMemberCounts", "totalMemberCounts", "displayName", "sourceId", "sourceType"],
    shows: ({ name }) => ({ displayName: name, directMemberCounts: { users: 0 } }),
    links: (group) => {
        const population = textAt(group, "population.id");
        return {
            self: `groups/${group.id}`,
            environment: "",
            ...(population && { population: `populations/${population}` }),
        };
    },
    filters: {
        name: ["eq", "sw"],
        displayName: ["eq", "sw"],
        externalId: ["eq", "sw"],
        id: ["eq"],
        "population.id": ["eq"],
        sourceId: ["eq"],
    },
};
