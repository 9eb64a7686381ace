/** Lets tasks with an equal key run one after the other. */
export class Turns {
    private readonly last = new Map<string, Promise<unknown>>();

    async run<T>(key: string, task: () => Promise<T>): Promise<T> {
        const before = this.last.get(key);
        const mine = (async () => {
            await before?.catch(() => undefined);
            return task();
        })();
        this.last.set(key, mine);
        try {
            return await mine;
        } finally {
            if (this.last.get(key) === mine) this.last.delete(key);
        }
    }
}
