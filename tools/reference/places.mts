import type { DeclarationReflection } from "typedoc";
import type { Links } from "./text.mjs";

/** Where each type is described: a page, and on it a heading of the type's name. */
export class Places {
    private readonly pages = new Map<DeclarationReflection, string>();

    /** Takes those for a page that no page before it has described; answers which these are. */
    claim(page: string, declarations: Iterable<DeclarationReflection>): DeclarationReflection[] {
        const own = [...declarations].filter((declaration) => !this.pages.has(declaration));
        for (const declaration of own) this.pages.set(declaration, page);
        return own;
    }

    /** Whether it is described somewhere. */
    has(declaration: DeclarationReflection): boolean {
        return this.pages.has(declaration);
    }

    /** Links as they are written on a page. */
    seenFrom(page: string): Links {
        return (declaration) => {
            const there = declaration && this.pages.get(declaration);
            if (there === undefined) return undefined;
            const { name } = declaration;
            // A class is what its page is about.
            if (there === name) return `[\`${name}\`](${name}.md)`;
            return `[\`${name}\`](${there === page ? "" : `${there}.md`}#${anchorOf(name)})`;
        };
    }
}

/** The name that a heading has in links. */
export function anchorOf(title: string): string {
    return title
        .toLowerCase()
        .replace(/[^\w\s-]/g, "")
        .trim()
        .replace(/\s/g, "-");
}
