import { isOwnApplication } from "../../provider/lifecycle/own-application";
import type { Known } from "../environment/tenant";
import type { Item } from "./items";
import type { Selection } from "./selection";

/** An object that is left out, as nobody asked for it by its name. */
export interface LeftOut {
    item: Item;
    /** The end of a sentence that starts with the object. */
    why: string;
}

/** What nobody made for a program to manage; with a name in `--include` it is managed all the same. */
export class Unasked {
    /** The ids of what is left out: what is below it is left out, too. */
    private readonly ids: ReadonlySet<string>;

    /**
     * @param items all that there are
     * @param worker the client id of the worker application that reads, where it is known
     * @param isMeant which of them the command is about
     */
    constructor(
        items: readonly Item[],
        private readonly selection: Selection,
        private readonly worker: string | undefined,
        isMeant: (found: Known) => boolean,
    ) {
        const left = items.filter((item) => isMeant(item.found) && this.why(item) !== undefined);
        // The application itself is not always among what was read.
        const unread = items.some(({ found }) => isWorker(found, worker)) ? undefined : worker;
        this.ids = new Set([...left.map(({ found }) => found.id), unread].flatMap((id) => id?.toLowerCase() ?? []));
    }

    /** Whether an object is not to be in a program. */
    has(item: Item): boolean {
        const above = Object.values(item.found.place);
        return this.why(item) !== undefined || above.some((id) => this.ids.has(String(id).toLowerCase()));
    }

    /** Those of the objects that are to be told of: what is below them goes without saying. */
    told(items: readonly Item[]): LeftOut[] {
        return items.flatMap((item) => {
            const why = this.why(item);
            return why === undefined ? [] : [{ item, why }];
        });
    }

    private why(item: Item): string | undefined {
        return this.selection.names(item) ? undefined : whyUnasked(item.found, this.worker);
    }
}

/** Why an object is managed only by who asks for it: the end of a sentence that starts with it; of most there is no reason. */
export function whyUnasked(found: Known, worker: string | undefined): string | undefined {
    if (isWorker(found, worker))
        return "its credentials run this command, and a program that deleted it could do nothing more";
    return found.definition.inEveryEnvironment?.(found.body) ? "every environment has it" : undefined;
}

function isWorker({ definition, body }: Known, worker: string | undefined): boolean {
    return isOwnApplication(worker, definition.outputs?.clientId?.(body));
}
