/** The error that the work ends in; it is a failure of the test when there is none. */
export async function failure(work: Promise<unknown>): Promise<Error> {
    try {
        await work;
    } catch (error) {
        if (error instanceof Error) return error;
        throw new Error(`something that is no Error was thrown: ${String(error)}`);
    }
    throw new Error("it should have failed");
}
