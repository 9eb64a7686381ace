import { grouped } from "../grouped";
import { printable } from "../output/printable";
import type { Exported } from "./export";
import type { Item } from "./items";
import type { LeftOut } from "./unasked";

/** So many of a kind are named; the others are counted. */
const mostNamed = 10;

/** What was written, what was left out and why, and what to do next. */
export function summaryOf(exported: Exported, folder: string): string {
    return [
        ...written(exported, folder),
        ...section("Left out:", leftOut(exported)),
        ...section("Not as in PingOne, because this package would refuse it:", omitted(exported)),
        ...section("The ids of what could not be found stand where it is referred to:", dangling(exported)),
        ...section("PingOne does not show these secrets. Set them before the first `pulumi up`:", secrets(exported)),
        ...section("Next:", [
            `cd ${folder} && npm install`,
            "pulumi stack init <name>",
            `pulumi config set pingone:environmentId ${exported.tenant.environmentId}`,
            "pulumi config set pingone:regionCode <region>, and clientId and clientSecret, unless environment variables have them",
            "pulumi up      takes everything over; it changes nothing in PingOne",
        ]),
    ].join("\n");
}

function written({ items, files }: Exported, folder: string): string[] {
    const counts = [...grouped(items, ({ found }) => found.definition.type)].map(
        ([type, of]) => `${of.length} ${type}`,
    );
    return [
        `Wrote ${items.length} ${items.length === 1 ? "resource" : "resources"} into ${folder} (${files.size} files of TypeScript): ${counts.join(", ") || "none"}.`,
    ];
}

/** Why an object is left out, and how it would not be. */
export function whyLeftOut({ item, why }: LeftOut): string {
    const { type } = item.found.definition;
    return `${nameOf(item)}: ${why} (--include "${type}:${item.name}" has it)`;
}

function leftOut({ leftOut: unasked, tenant, strangers: kinds, unsayable, unread }: Exported): string[] {
    const denied = [...grouped(tenant.unread, ({ template }) => template)].map(
        ([template, lists]) =>
            `${template}${lists.length > 1 ? ` (${lists.length} lists)` : ""}: ${lists[0]?.error.message.split("\n")[0]}`,
    );
    const strangers = [...grouped(kinds, ({ template, body }) => `${template} of type ${body.type}`)];
    return [
        ...unasked.map(whyLeftOut),
        ...denied,
        ...unread.map((error) => error.message.split("\n")[0] ?? ""),
        ...unsayable.map(
            ({ found, why }) => `${found.definition.type} ${found.id} (${found.body.name ?? "without a name"}): ${why}`,
        ),
        ...strangers.map(([what, of]) => `${of.length} in ${what}: this package has no class for them`),
    ];
}

function omitted({ items }: Exported): string[] {
    return items.flatMap((item) => item.omitted.map(({ path, why }) => `${nameOf(item)}: ${path} ${why}`));
}

function dangling(exported: Exported): string[] {
    return exported.dangling.map(({ item, reference }) => `${nameOf(item)}: ${reference.noun} ${reference.id}`);
}

function secrets(exported: Exported): string[] {
    return exported.secrets.map(
        ({ key, item, path }) => `pulumi config set --secret ${key}      ${path} of ${nameOf(item)}`,
    );
}

function nameOf({ found, name }: Item): string {
    return `${found.definition.type} ${name}`;
}

function section(title: string, lines: readonly string[]): string[] {
    if (lines.length === 0) return [];
    const more = lines.length - mostNamed;
    const shown = title.startsWith("PingOne does not show") || title === "Next:" ? lines : lines.slice(0, mostNamed);
    return [
        "",
        title,
        ...shown.map((line) => `  ${printable(line)}`),
        ...(shown.length < lines.length ? [`  and ${more} more`] : []),
    ];
}
