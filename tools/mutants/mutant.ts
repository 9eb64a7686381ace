/** A fault put into the code on purpose, and the tests that must notice it. */
export interface Mutant {
    /** What the code is without. */
    removes: string;
    file: string;
    /** Occurs once in the file. */
    text: string;
    replacement: string;
    test: string;
    /** Runs only the tests whose titles match. */
    only?: string;
}
