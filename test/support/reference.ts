import { existsSync } from "node:fs";
import { resolve } from "node:path";

const folder = resolve(process.cwd(), "../shared/reference");

/** A file of the vendor's pages, specifications and recordings. They are not the project's to publish. */
export function referenceFile(path: string): string {
    return resolve(folder, path);
}

/** Tests against the reference run where it lies beside the clone, as it does in CI. */
export function withReference(body: () => void): () => void {
    return existsSync(folder) || process.env.CI ? body : () => it("NOT TESTED: ../shared/reference is not there");
}

/** What a request of the package says beyond a documented one for the same program. */
export function unasked({ protocol }: Record<string, unknown>): Record<string, unknown> {
    return protocol === "OPENID_CONNECT" ? { assignActorRoles: false } : {};
}
