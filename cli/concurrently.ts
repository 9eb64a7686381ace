/**
 * Does something with each item, a few at a time, and keeps their order.
 * @throws what the first failure was; nothing more is begun after it
 */
export async function concurrently<T, R>(
    items: readonly T[],
    most: number,
    work: (item: T) => Promise<R>,
): Promise<R[]> {
    const results: R[] = new Array(items.length);
    const waiting = items.entries();
    let failed = false;
    const worker = async () => {
        for (const [index, item] of waiting) {
            if (failed) return;
            try {
                results[index] = await work(item);
            } catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
    return results;
}
