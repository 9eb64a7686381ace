/** What the page does: search the tables, and follow what is chosen in the picture. All is readable without it. */
export const script = `
const all = (selector) => [...document.querySelectorAll(selector)];
const search = document.querySelector("#search");
const clear = document.querySelector("#clear");
const count = document.querySelector("#count");
const picture = document.querySelector("svg");
const points = all(".point");
const lines = all(".lines path").map((path) => ({ path, keys: path.dataset.keys.split(" ") }));
const rows = all("tbody tr").map((row) => ({ row, text: row.textContent.toLowerCase(), keys: row.dataset.keys.split(" ") }));
let chosen = "";

function show() {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const fits = ({ text, keys }) => words.every((word) => text.includes(word)) && (!chosen || keys.includes(chosen));
    let shown = 0;
    for (const each of rows) {
        const fit = fits(each);
        each.row.hidden = !fit;
        if (fit) shown += 1;
    }
    for (const table of all("table")) table.hidden = !table.querySelector("tbody tr:not([hidden])");
    count.textContent = shown + " of " + rows.length + " rows";
    clear.hidden = !chosen && words.length === 0;
    if (!picture) return;
    picture.classList.toggle("chosen", chosen !== "");
    const on = new Set([chosen]);
    for (const { path, keys } of lines) {
        const isOn = keys.includes(chosen);
        path.classList.toggle("on", isOn);
        if (isOn) for (const key of keys) on.add(key);
    }
    for (const point of points) {
        point.classList.toggle("on", on.has(point.dataset.key));
        point.setAttribute("aria-pressed", String(point.dataset.key === chosen));
    }
}

function choose(key) {
    chosen = chosen === key ? "" : key;
    show();
}

for (const point of points) {
    point.addEventListener("click", () => choose(point.dataset.key));
    point.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        choose(point.dataset.key);
    });
}
search.addEventListener("input", show);
clear.addEventListener("click", () => {
    search.value = "";
    choose(chosen);
    search.focus();
});
document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen) choose(chosen);
});
show();
`;
