import type { Operation } from "./operation";

/**
 * Questions that several operations ask, each asked once. A question has time of its own, so that who asks first does
 * not decide for the others; and each of them waits no longer than it may itself.
 */
export class Shared<T> {
    private readonly answers = new Map<string, Promise<T>>();

    /**
     * @param begin begins the operation that a question is asked in
     * @param isFinal whether a failure is an answer, too; after any other one the question is asked again
     */
    constructor(
        private readonly begin: () => Operation,
        private readonly isFinal: (error: unknown) => boolean = () => false,
    ) {}

    /** The answer to the question of that name, which is asked where nobody did before. */
    get(operation: Operation, question: string, ask: (operation: Operation) => Promise<T>): Promise<T> {
        const known = this.answers.get(question);
        return operation.within(known ?? this.ask(question, ask));
    }

    private ask(question: string, ask: (operation: Operation) => Promise<T>): Promise<T> {
        const answer = ask(this.begin());
        this.answers.set(question, answer);
        answer.catch((error) => {
            if (!this.isFinal(error)) this.answers.delete(question);
        });
        return answer;
    }
}

/** Answers that each of several who ask, such as connections, has by itself, for as long as it is there. */
export class SharedBy<Asker extends { operation(): Operation }, T> {
    private readonly askers = new WeakMap<Asker, Shared<T>>();

    /** @param isFinal whether a failure is an answer, too; after any other one the question is asked again */
    constructor(private readonly isFinal?: (error: unknown) => boolean) {}

    /** The answers of one of them. */
    of(asker: Asker): Shared<T> {
        const known = this.askers.get(asker) ?? new Shared<T>(() => asker.operation(), this.isFinal);
        this.askers.set(asker, known);
        return known;
    }
}
