import { type JsonObject, textAt } from "../notation/json";
import type { Kind, Rule } from "../notation/kind";
import { flag, reference, set, text } from "../notation/properties";
import { notDeletable } from "../notation/refusal";
import { invalid } from "../notation/rules";
import type { Lookup } from "../notation/surroundings";

const standardTheme = ({ all }: Lookup) => ({ id: all("themes").find((theme) => theme.default === true)?.id });

const oneIsDefault: Rule = (population, { old }) =>
    old?.default === true && population.default !== true
        ? invalid("default", "The default population stays it until another one becomes it.")
        : undefined;

/** A part of an environment's users; one of them is the default. */
export const population: Kind = {
    name: "Population",
    collection: "populations",
    properties: {
        name: text({ required: true, unique: "environment" }),
        description: text(),
        // It stays where it is until another population gets it.
        default: flag({ default: (_, { old }) => old?.default === true, onlyOne: true }),
        alternativeIdentifiers: set(text()),
        passwordPolicy: reference("passwordPolicies"),
        preferredLanguage: text({ default: "en" }),
        theme: reference("themes", { default: (_, around) => standardTheme(around) }),
    },
    rules: [oneIsDefault],
    readOnly: ["userCount"],
    shows: () => ({ userCount: 0 }),
    links: (population) => ({
        self: `populations/${population.id}`,
        environment: "",
        theme: `themes/${textAt(population, "theme.id")}`,
    }),
    refuseDeletion: (population) =>
        population.default === true
            ? notDeletable(`population ${population.name}`, "is the default of the environment")
            : undefined,
    builtIns: (_, lookup): JsonObject[] => [
        { name: "Default", default: true, preferredLanguage: "en", theme: standardTheme(lookup) },
    ],
    // The tables do not list the comparison of the name for equality, but PingOne's own tests use it.
    filters: { name: ["sw", "eq"], id: ["eq"] },
};
