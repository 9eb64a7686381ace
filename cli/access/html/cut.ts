/** Signs as wide as two letters: of Chinese, Japanese and Korean, and pictures. */
const wide = /^(?:[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]|\p{Emoji_Presentation})/u;

/**
 * A text without its middle, where it is too long: what begins alike often ends differently.
 * @param room for how many letters there is room
 */
export function cut(text: string, room: number): string {
    const signs = [...new Intl.Segmenter("en").segment(text)].map(({ segment }) => segment);
    if (widthOf(signs) <= room) return text;
    const half = (room - 1) / 2;
    const end = beginning([...signs].reverse(), half).reverse();
    return `${beginning(signs, half).join("")}…${end.join("")}`;
}

/** As many of the first signs as there is room for. */
function beginning(signs: readonly string[], room: number): string[] {
    const tooLong = signs.findIndex((_, index) => widthOf(signs.slice(0, index + 1)) > room);
    return signs.slice(0, tooLong === -1 ? signs.length : tooLong);
}

function widthOf(signs: readonly string[]): number {
    return signs.reduce((sum, sign) => sum + (wide.test(sign) ? 2 : 1), 0);
}
