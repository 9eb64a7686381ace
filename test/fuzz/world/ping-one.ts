import type { Emulator, PingOneObject } from "../../../emulator/index.js";
import { classes, classOf } from "../classes/index.js";
import type { StoredResource } from "../engine/state.js";

/**
 * What exists in PingOne. Each object goes by what tells it from all others: its id, or, where it has the id of another
 * one, that behind the id of what it is in.
 */
export class PingOne {
    /** What was there before any program. */
    readonly builtIn: ReadonlyMap<string, PingOneObject>;

    constructor(private readonly emulator: Emulator) {
        const takenOver = classes.flatMap(({ builtIns }) => builtIns?.(emulator) ?? []);
        this.builtIn = new Map([...this.all, ...takenOver.map((object) => [object.id, object] as const)]);
    }

    /** All that somebody made. */
    get all(): Map<string, PingOneObject> {
        const most = Object.values(this.emulator.snapshot()).flat();
        const others = classes.flatMap(({ objects, sharesId, within = "" }) => {
            const parentOf = (object: PingOneObject) => (object[within.replace(/Id$/, "")] as { id: string }).id;
            return (objects?.(this.emulator) ?? []).map(
                (object) => [sharesId ? identityIn(parentOf(object), object.id) : object.id, object] as const,
            );
        });
        return new Map([...most.map((object) => [object.id, object] as const), ...others]);
    }

    get(identity: string): PingOneObject | undefined {
        const [id, parent] = parts(identity);
        // What an object has one of goes by the object's own id.
        return parent === undefined || parent === id ? this.emulator.get(id) : this.all.get(identity);
    }

    /** Changes an object; what has another one's id has nothing to change. */
    edit(identity: string, change: (object: PingOneObject) => void): void {
        const [id, parent] = parts(identity);
        if (parent === undefined) this.emulator.edit(id, change);
    }

    /** Deletes an object, if it exists and can be deleted. */
    remove(identity: string): void {
        const [id, parent] = parts(identity);
        if (parent !== id && !this.builtIn.has(identity) && this.get(identity)) this.emulator.remove(id, parent);
    }
}

/** What tells the object of a resource from all others. */
export function identityOf({ type, id, outputs }: Pick<StoredResource, "type" | "id" | "outputs">): string {
    const { sharesId, within } = classOf({ type });
    return sharesId && within ? identityIn(outputs[within], id) : id;
}

/** What tells an object that has another one's id from all others. */
export function identityIn(parent: unknown, id: string): string {
    return `${parent}/${id}`;
}

function parts(identity: string): [id: string, parent: string | undefined] {
    const [id = "", parent] = identity.split("/").reverse();
    return [id, parent];
}
