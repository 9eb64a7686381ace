/** The word that was most likely meant: the one that differs in the fewest letters, where these are few. */
export function nearest(word: string, words: readonly string[]): string | undefined {
    const most = Math.min(2, Math.floor(word.length / 2));
    const [best] = words
        .map((candidate) => ({ candidate, letters: distance(candidate.toLowerCase(), word.toLowerCase()) }))
        .filter(({ letters }) => letters <= most)
        .sort((a, b) => a.letters - b.letters);
    return best?.candidate;
}

/** How many letters must be changed, added or taken away to make one word the other. */
function distance(a: string, b: string): number {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++)
            next.push(
                Math.min(
                    (row[j] ?? 0) + 1,
                    (next[j - 1] ?? 0) + 1,
                    (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
                ),
            );
        row = next;
    }
    return row[b.length] ?? 0;
}
