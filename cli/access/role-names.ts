import { path } from "../../provider/client/path";
import type { Body } from "../../provider/client/wire";
import type { Lists } from "../environment/lists";
import type { Named, RoleAccess } from "./model";
import type { Refusals } from "./refusals";

/** The roles that applications have, by name; what tells the names is read when it is needed, and once. */
export class RoleNames {
    private readonly names = new Map<string, Promise<Map<string, string>>>();

    constructor(
        private readonly lists: Lists,
        private readonly refusals: Refusals,
        /** The environment that the applications are in. */
        private readonly environment: Named,
    ) {}

    /** An assignment as PingOne shows it, by names. */
    async access(assignment: Body): Promise<RoleAccess> {
        const { type, id } = (assignment.scope ?? {}) as { type?: string; id?: string };
        const own = type === "ENVIRONMENT" && id === this.environment.id;
        return {
            role: await this.role(idOf(assignment.role)),
            for: own ? { ...this.environment, type, own } : { ...(await this.scope(type, id)), type },
        };
    }

    private async role(id: string | undefined): Promise<Named> {
        const platform = await this.named("/roles", "the names of roles", id);
        // The roles that an environment made for itself are in a list of their own.
        const custom = path`roles?filter=${'type eq "CUSTOM"'}`;
        return platform.name === undefined ? this.named(custom, "the names of custom roles", id) : platform;
    }

    private async scope(type: string | undefined, id: string | undefined): Promise<Named> {
        switch (type) {
            case "ENVIRONMENT":
                return this.named("/environments", "the names of environments", id);
            case "POPULATION":
                return this.named("populations", "the names of populations", id);
            case "APPLICATION":
                return this.named("applications", "the names of applications", id);
            case "ORGANIZATION":
                return this.named("/organizations", "the names of organizations", id);
            default:
                return { id };
        }
    }

    private async named(collection: string, what: string, id: string | undefined): Promise<Named> {
        if (id === undefined) return {};
        const read = async () => {
            const objects = (await this.refusals.unless(this.lists.all(collection), what)) ?? [];
            return new Map(objects.map((object) => [String(object.id), String(object.name)]));
        };
        const reading = this.names.get(collection) ?? read();
        this.names.set(collection, reading);
        return { name: (await reading).get(id), id };
    }
}

function idOf(reference: unknown): string | undefined {
    return (reference as { id?: string } | undefined)?.id;
}
