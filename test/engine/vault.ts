import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The secrets provider of the tests' stacks, for `pulumi stack init --secrets-provider`. */
export const SECRETS_PROVIDER = "hashivault://tests";

let started: Promise<Readonly<Record<string, string>>> | undefined;

/**
 * Starts what stands in for a HashiCorp Vault, once for a process, and answers with the variables that lead Pulumi to
 * it. With a passphrase each `pulumi` would begin with the work of making a key of that, which is a tenth of all.
 */
export function startVault(): Promise<Readonly<Record<string, string>>> {
    started ??= new Promise((resolve) => {
        const vault = createServer(async (request, response) => {
            let text = "";
            for await (const chunk of request.setEncoding("utf8")) text += chunk;
            const { plaintext, ciphertext } = JSON.parse(text) as { plaintext?: string; ciphertext?: string };
            const data = plaintext === undefined ? { plaintext: ciphertext } : { ciphertext: plaintext };
            response.setHeader("content-type", "application/json").end(JSON.stringify({ data }));
        });
        vault.unref().listen(0, "127.0.0.1", () => {
            const { port } = vault.address() as AddressInfo;
            resolve({ VAULT_SERVER_URL: `http://127.0.0.1:${port}`, VAULT_SERVER_TOKEN: "of no consequence" });
        });
    });
    return started;
}
