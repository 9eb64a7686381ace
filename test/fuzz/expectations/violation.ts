/** A promise of the package that was broken. */
export class Violation extends Error {
    constructor(message: string) {
        super(message);
        this.name = "Violation";
    }

    /** The violation with what led to it. */
    after(story: readonly string[]): Violation {
        return new Violation([this.message, ...story].join("\n"));
    }
}
