import { randomUUID } from "node:crypto";
import { textAt } from "../notation/json";
import { TIMESTAMPS } from "../notation/kind";
import { stock } from "./stock";

/** What connects PingOne with the services of a data centre. */
export const gateway = stock({
    name: "Gateway",
    collection: "gateways",
    builtIns: () => [
        {
            name: "Emulated LDAP gateway",
            type: "LDAP",
            enabled: true,
            vendor: "PingDirectory",
            bindDN: "uid=pingone,dc=example,dc=com",
            serversHostAndPort: ["ldap.example.com:636"],
            userTypes: [{ id: randomUUID(), name: "Users", passwordAuthority: "LDAP" }],
        },
    ],
});

/** What users are described by. */
export const schema = stock(
    {
        name: "Schema",
        collection: "schemas",
        builtIns: () => [{ name: "User", description: "What is known of users." }],
    },
    ({ id }) => ({ attributes: `schemas/${id}/attributes` }),
);

/** An attribute of users. */
export const schemaAttribute = stock({
    name: "Attribute",
    collection: "schemas/attributes",
    parent: "schemas",
    // As recorded; and what an attribute is beside what its creator said.
    hides: TIMESTAMPS,
    adds: (attribute) => ({ schemaType: attribute.schemaType ?? "CUSTOM", required: attribute.required ?? false }),
    links: (attribute) => {
        const schema = `schemas/${textAt(attribute, "schema.id")}`;
        return { self: `${schema}/attributes/${attribute.id}`, environment: "", schema };
    },
    builtIns: () =>
        ["username", "email"].map((name) => ({
            name,
            type: "STRING",
            schemaType: name === "username" ? "CORE" : "STANDARD",
            enabled: true,
            unique: name === "username",
            multiValued: false,
            required: name === "username",
        })),
});
