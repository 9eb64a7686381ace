import { expect } from "chai";
import { type AccessLine, linesOf } from "../../../cli/access/compare";
import { accessInStack } from "../../../cli/access/stack";
import type { StackResource } from "../../../cli/pulumi";
import { idOf, planned, stored, unknown, urnOf } from "./resources";

const source = { kind: "stack", name: "dev" } as const;

/** Who may what, in words. */
function linesIn(resources: readonly StackResource[]): string[] {
    const inWords = ({ who, kind, what, of }: AccessLine) => `${who}: ${kind} ${what} of ${of}`;
    return linesOf(accessInStack(resources, source)).map(inWords);
}

const web = stored("Application", "web", { name: "Web", type: "WEB_APP" });
const api = stored("CustomResource", "api", { name: "orders" });
const read = stored("ResourceScope", "read", { name: "orders:read", resourceId: idOf("api") });
const grant = (values: Record<string, unknown> = {}) =>
    stored("Grant", "grant", {
        applicationId: idOf("web"),
        resourceId: idOf("api"),
        scopeIds: [idOf("read")],
        ...values,
    });

describe("access in a stack's state", () => {
    it("has names where the stack has the objects", () => {
        expect(linesIn([grant(), read, api, web])).to.deep.equal(["Web: scope orders:read of orders"]);
    });

    it("knows an application beside its secret, which has its id", () => {
        const secret = { ...stored("ApplicationSecret", "secret", {}), id: idOf("web") };
        for (const resources of [
            [web, secret],
            [secret, web],
        ])
            expect(linesIn([grant(), read, api, ...resources])).to.deep.equal(["Web: scope orders:read of orders"]);
    });

    it("has the names that a grant has of scopes that the stack has not", () => {
        const lines = linesIn([web, api, grant({ scopeIds: ["a", "b", "c"], scopeNames: ["x", "b", "z"] })]);
        expect(lines).to.deep.equal(["Web: scope b of orders", "Web: scope x of orders", "Web: scope z of orders"]);
        const model = accessInStack([web, api, grant({ scopeIds: ["a", "b"], scopeNames: ["x", "b"] })], source);
        expect(model.notRead.map(({ what }) => what)).to.deep.equal(["the names of 1 scope"]);
    });

    it("has ids, and says so, where nothing tells the names", () => {
        const model = accessInStack([grant()], source);
        expect(linesOf(model)).to.deep.equal([
            { who: idOf("web"), kind: "scope", what: idOf("read"), of: idOf("api") },
        ]);
        expect(model.notRead.map(({ what }) => what)).to.deep.equal([
            "the names of 1 application",
            "the names of 1 resource",
            "the names of 1 scope",
        ]);
    });

    it("knows the built-in resources by their scopes", () => {
        const email = stored("OpenIdScope", "email", { name: "email" }, { outputs: { resourceId: "openid's" } });
        const self = stored("PingOneApiScope", "self", { name: "p1:read:user" }, { outputs: { resourceId: "p1's" } });
        const of = (scope: StackResource, resourceId: string) => grant({ resourceId, scopeIds: [scope.id] });
        expect(linesIn([web, email, of(email, "openid's")])).to.deep.equal(["Web: scope email of openid"]);
        expect(linesIn([web, self, of(self, "p1's")])).to.deep.equal(["Web: scope p1:read:user of PingOne API"]);
    });

    it("leaves out what waits for its deletion", () => {
        const old = stored("Grant", "old", { applicationId: idOf("web"), scopeIds: ["x"] }, { delete: true });
        expect(linesIn([web, api, read, grant(), old])).to.deep.equal(["Web: scope orders:read of orders"]);
    });

    it("gives what is disabled nothing", () => {
        const disabled = stored("Application", "web", { name: "Web", enabled: false });
        expect(linesIn([disabled, api, read, grant()])).to.deep.equal([]);
    });

    it("shows no secret: a name that is one is the id", () => {
        const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:x" };
        const hidden = stored("Application", "web", { name: secret });
        expect(linesIn([hidden, api, read, grant()])).to.deep.equal([`${idOf("web")}: scope orders:read of orders`]);
    });

    it("has the roles of applications, and what they are for", () => {
        const people = stored("Population", "people", { name: "Customers" });
        const role = (name: string, scope: object) =>
            stored("ApplicationRoleAssignment", name, { applicationId: idOf("web"), roleId: "a role", scope });
        const lines = linesIn([
            web,
            people,
            role("own", { type: "ENVIRONMENT", id: "here" }),
            role("other", { type: "ENVIRONMENT", id: "there" }),
            role("population", { type: "POPULATION", id: idOf("people") }),
        ]);
        expect(lines).to.have.members([
            "Web: role a role of its own environment",
            "Web: role a role of ENVIRONMENT there",
            "Web: role a role of POPULATION Customers",
        ]);
    });

    it("has the permissions of users' roles", () => {
        const settings = { applicationPermissionsSettings: { claimEnabled: true } };
        const model = accessInStack(
            [
                stored("CustomResource", "api", { name: "bank", ...settings }),
                stored("ApplicationResource", "accounts", { name: "accounts", resourceId: idOf("api") }),
                stored("ApplicationResourcePermission", "open", {
                    applicationResourceId: idOf("accounts"),
                    action: "open",
                }),
                stored("ApplicationRole", "teller", { name: "Teller" }),
                stored("ApplicationRolePermission", "may", {
                    applicationRoleId: idOf("teller"),
                    permissionId: idOf("open"),
                }),
            ],
            source,
        );
        expect(model.applicationRoles).to.deep.equal([
            {
                name: "Teller",
                id: idOf("teller"),
                permissions: [
                    {
                        name: "accounts:open",
                        id: idOf("open"),
                        resource: { name: "bank", id: idOf("api") },
                        inTokens: true,
                    },
                ],
            },
        ]);
    });

    it("tells applications of several environments apart, and shows those of one", () => {
        const there = stored("Application", "there", { name: "Web", environmentId: "there" });
        const grants = [
            grant(),
            stored("Grant", "second", { applicationId: idOf("there"), scopeNames: ["x"], scopeIds: ["a"] }),
        ];
        const all = [web, there, api, read, ...grants];
        expect(linesIn(all)).to.have.members([
            "Web (here): scope orders:read of orders",
            "Web (there): scope x of (not known yet)",
        ]);
        expect(linesOf(accessInStack(all, source, "here")).map(({ what }) => what)).to.have.lengthOf(2);
    });
});

describe("access in what a stack will be", () => {
    const scopes = [
        planned("ResourceScope", "write", { name: "orders:write", resourceId: unknown }),
        planned("ResourceScope", "delete", { name: "orders:delete", resourceId: unknown }),
    ];
    const newGrant = (scopeIds: unknown, from: string[], more: Record<string, unknown> = {}) =>
        planned(
            "Grant",
            "new",
            { applicationId: unknown, resourceId: unknown, scopeIds, ...more },
            {
                applicationId: [urnOf("Application", "web")],
                resourceId: [urnOf("CustomResource", "api")],
                scopeIds: from.map((name) => urnOf("ResourceScope", name)),
            },
        );
    const world = [web, api, read, ...scopes];

    it("names new scopes, by what their ids come from", () => {
        const lines = linesIn([...world, newGrant([unknown, unknown], ["write", "delete"])]);
        expect(lines).to.have.members(["Web: scope orders:write of orders", "Web: scope orders:delete of orders"]);
    });

    it("names a new one among those that exist", () => {
        const lines = linesIn([...world, newGrant([unknown, idOf("read")], ["read", "write"])]);
        expect(lines).to.have.members(["Web: scope orders:read of orders", "Web: scope orders:write of orders"]);
    });

    it("names them when the whole list is not known", () => {
        expect(linesIn([...world, newGrant(unknown, ["write"])])).to.deep.equal(["Web: scope orders:write of orders"]);
        const told = newGrant(unknown, [], { scopeNames: ["a", "b"] });
        expect(linesIn([...world, told])).to.deep.equal(["Web: scope a of orders", "Web: scope b of orders"]);
    });

    it("says what stays unknown, rather than to guess", () => {
        const one = newGrant([unknown], ["write", "delete"]);
        expect(linesIn([...world, one])).to.deep.equal(["Web: scope (not known yet) of orders"]);
        expect(linesIn([...world, newGrant(unknown, [])])).to.deep.equal(["Web: scope (not known yet) of orders"]);
    });
});
