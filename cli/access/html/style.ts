/** How the page looks, in light and dark. */
export const style = `
:root {
    color-scheme: light dark;
    --back: #ffffff; --text: #1c1e21; --soft: #5a6069; --line: #d5d9df; --field: #f5f6f8; --focus: #0b57d0; --who: #5a6069;
    --c0: #0b57d0; --c1: #b3261e; --c2: #146c2e; --c3: #8a5a00; --c4: #7b3fb5; --c5: #00696f; --c6: #a3206e; --c7: #52525b;
}
@media (prefers-color-scheme: dark) {
    :root {
        --back: #16181c; --text: #e6e8eb; --soft: #a6adb8; --line: #363b43; --field: #1f2227; --focus: #8ab4ff; --who: #a6adb8;
        --c0: #8ab4ff; --c1: #ff9a90; --c2: #7fd48f; --c3: #f0bd5c; --c4: #cfa4ff; --c5: #6fd3d8; --c6: #ff9ad1; --c7: #b7bcc5;
    }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 1200px; background: var(--back); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
p { margin: .25rem 0; }
.soft { color: var(--soft); }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
.incomplete { border: 1px solid var(--c3); border-left-width: 6px; padding: .5rem 1rem; margin: 1rem 0; }
.picture { overflow-x: auto; }
svg { display: block; width: 100%; min-width: 800px; height: auto; font: 13px system-ui, sans-serif; }
svg text { fill: var(--text); dominant-baseline: central; paint-order: stroke; stroke: var(--back); stroke-width: 4px; stroke-linejoin: round; }
.lines { fill: none; }
.lines path { stroke: currentColor; stroke-opacity: .35; }
.point { cursor: pointer; }
.point rect { fill: currentColor; }
.point.who { color: var(--who); }
.chosen .lines path { stroke-opacity: .06; }
.chosen .lines path.on { stroke-opacity: .8; }
.chosen .point:not(.on) { opacity: .35; }
.point[aria-pressed="true"] text { font-weight: 700; }
.c0 { color: var(--c0); } .c1 { color: var(--c1); } .c2 { color: var(--c2); } .c3 { color: var(--c3); }
.c4 { color: var(--c4); } .c5 { color: var(--c5); } .c6 { color: var(--c6); } .c7 { color: var(--c7); }
.search { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin: 1rem 0; }
input { flex: 1 1 16rem; max-width: 30rem; padding: .5rem .75rem; font: inherit; color: inherit; background: var(--field); border: 1px solid var(--soft); border-radius: 6px; }
button { padding: .5rem .75rem; font: inherit; color: inherit; background: var(--field); border: 1px solid var(--soft); border-radius: 6px; cursor: pointer; }
table { width: 100%; border-collapse: collapse; margin-bottom: 1.5rem; }
caption { text-align: left; font-weight: 600; padding: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; min-width: 6rem; }
th { color: var(--soft); font-weight: 600; }
td code { display: inline-block; margin-right: .8rem; }
.kind { white-space: nowrap; }
[hidden] { display: none !important; }
`;
