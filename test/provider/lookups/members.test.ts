import { expect } from "chai";
import * as pingone from "pulumi-pingone";
import { closeServers } from "../../support/plain-server";
import { problemOf } from "../client/client";
import type { Get } from "./cases";
import { configure, unconfigure } from "./configured";
import { environmentId, type Stock, startStock } from "./stock";

const openid = "00000000-0000-4000-8000-000000000001";
const anotherId = "00000000-0000-4000-8000-000000000002";
const mapped = [anotherId];

const lookups = [
    {
        name: "getScopes",
        get: pingone.getScopes as Get,
        what: "scope",
        property: "scopes",
        object: { description: "Who it is", mappedClaims: mapped, schemaAttributes: ["*"], resource: { id: openid } },
        result: { description: "Who it is", mappedClaimIds: mapped, schemaAttributes: ["*"] },
    },
    {
        name: "getResourceAttributes",
        get: pingone.getResourceAttributes as Get,
        what: "attribute",
        property: "attributes",
        object: { type: "PREDEFINED", value: "$" + "{user.email}", idToken: true, userInfo: false },
        result: { type: "PREDEFINED", value: "$" + "{user.email}", idToken: true, userInfo: false },
    },
];

describe("a lookup of what belongs to a resource", () => {
    afterEach(async () => {
        unconfigure();
        await closeServers();
    });

    for (const { name, get, what, property, object, result } of lookups)
        describe(name, () => {
            let stock: Stock;
            beforeEach(async () => {
                stock = await startStock({
                    resources: [
                        { id: anotherId, name: "orders" },
                        { id: openid, name: "openid" },
                    ],
                    [`resources/${openid}/${property}`]: ["email", "profile", "Twin", "TWIN"].map((name) => ({
                        id: `id of ${name}`,
                        name,
                        ...object,
                    })),
                });
                configure(stock.config);
            });
            const shown = (name: string) => ({ id: `id of ${name}`, name, ...result });

            it("finds several by the resource's name, in the order of theirs", async () => {
                expect(await get({ resource: "OpenID", names: ["profile", "Email", "profile"] })).to.deep.equal({
                    resourceId: openid,
                    ids: ["id of profile", "id of email", "id of profile"],
                    [property]: [shown("profile"), shown("email"), shown("profile")],
                });
            });

            it("finds them by the resource's id, without asking for the resource", async () => {
                expect(await get({ resourceId: openid, names: ["email"] })).to.deep.equal({
                    resourceId: openid,
                    ids: ["id of email"],
                    [property]: [shown("email")],
                });
                expect(stock.requests).to.have.lengthOf(2);
                expect(stock.requests.join()).not.to.match(/resources\?|1$/);
            });

            it("finds nothing for no names", async () => {
                expect(await get({ resourceId: openid, names: [] })).to.deep.equal({
                    resourceId: openid,
                    ids: [],
                    [property]: [],
                });
            });

            for (const [by, where] of [
                ["name", { resource: "openid" }],
                ["id", { resourceId: openid }],
            ] as const)
                it(`names all that is wrong at once, and the resource, which is given by its ${by}`, async () => {
                    const names = ["mail", "email", "twin", "phone", "mail"];
                    const { code, message } = await problemOf(get({ ...where, names }));
                    expect({ code, message }).to.deep.equal({
                        code: "NOT_FOUND",
                        message: [
                            `could not look up with ${name}: the resource "openid" has no ${what} named "mail" or "phone"; the resource "openid" has 2 ${what}s named "twin"`,
                            'There are: "TWIN", "Twin", "email", "profile".',
                            "Use the id of the right one: id of Twin, id of TWIN.",
                        ].join("\n"),
                    });
                });

            it("says that a name is borne by several", async () => {
                const { code } = await problemOf(get({ resource: "openid", names: ["email", "twin"] }));
                expect(code).to.equal("SEVERAL_FOUND");
            });

            it("says which resource does not exist", async () => {
                const { message: byName } = await problemOf(get({ resource: "orders2", names: ["a"] }));
                expect(byName).to.equal(
                    `could not look up with ${name}: there is no resource named "orders2"\nThere are: "openid", "orders".`,
                );
                const id = "00000000-0000-4000-8000-000000000003";
                const { code, message } = await problemOf(get({ resourceId: id, names: ["a"] }));
                expect(code).to.equal("NOT_FOUND");
                expect(message).to.equal(
                    `could not look up with ${name}: there is no resource with the id ${id}\nIt was looked for in the environment ${environmentId}.\nCorrelation id for Ping Identity's support: c0`,
                );
            });

            it("sends nothing unless its arguments are right", async () => {
                for (const [args, problem] of [
                    [{}, "resource or resourceId is missing; names is missing"],
                    [{ resource: "openid", names: "email" }, "names must be a list of names"],
                    [{ resource: "openid", names: ["email", ""] }, "names must be a list of names"],
                    [{ resource: "openid", names: undefined }, "names is missing"],
                    [
                        { resource: "openid", resourceId: "openid", names: [] },
                        "resourceId must be an id (a UUID); resource and resourceId are given: one of them must be left out",
                    ],
                    [
                        { resource: "openid", name: "email" },
                        "there is no argument name; did you mean names?; names is missing",
                    ],
                    [
                        { resource: "openid", names: [], scopes: [] },
                        "there is no argument scopes: there are resource, resourceId, names, environmentId, connection",
                    ],
                ] as const) {
                    const { code, message } = await problemOf(get(args));
                    expect({ code, message }).to.deep.equal({
                        code: "INPUT",
                        message: `could not look up with ${name}: ${problem}`,
                    });
                }
                expect(stock.requests).to.deep.equal([]);
            });
        });
});
