/**
 * Does all the work that the known values allow. Pulumi throws where a preview reads a value that is not known yet, to
 * say that the policy could not be asked; that comes at the end here, so that one unknown value hides nothing else.
 */
export function asFarAsKnown(work: Iterable<() => void>): void {
    const thrown: unknown[] = [];
    for (const piece of work) {
        try {
            piece();
        } catch (error) {
            thrown.push(error);
        }
    }
    if (thrown.length > 0) throw thrown[0];
}

/** Looks at each item of a list that is known. */
export function forEachKnown<T>(list: readonly T[], look: (item: T) => void): void {
    // Not by an iterator, which would end at the first unknown item.
    asFarAsKnown(Array.from({ length: list.length }, (_, index) => () => look(list[index] as T)));
}
