/** Lets so many tasks run at a time; the others wait, first come, first served. */
export class Lanes {
    private readonly waiting: (() => void)[] = [];

    constructor(private free: number) {}

    async run<T>(task: () => Promise<T>): Promise<T> {
        if (this.free > 0) this.free -= 1;
        else await new Promise<void>((go) => this.waiting.push(go));
        try {
            return await task();
        } finally {
            const next = this.waiting.shift();
            if (next) next();
            else this.free += 1;
        }
    }
}
