import { readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";
import type { Method } from "../../../provider/client/http";
import { closeServers, startServer } from "../../support/plain-server";
import { referenceFile, withReference } from "../../support/reference";
import { clientOf, problemOf, withToken } from "./client";

interface Recording {
    method: string;
    status?: number;
    response?: object;
}

const methods: readonly string[] = ["GET", "POST", "PUT", "DELETE"] satisfies Method[];
const isMethod = (method: string): method is Method => methods.includes(method);

describe(
    "a recorded answer",
    withReference(() => {
        afterEach(closeServers);
        const recordings = readdirSync(referenceFile("examples"))
            .filter((name) => name.endsWith(".json"))
            .map((name) => ({
                name,
                ...(JSON.parse(readFileSync(referenceFile(`examples/${name}`), "utf8")) as Recording),
            }));

        for (const { name, method, status, response } of recordings)
            if (status !== undefined && response !== undefined && isMethod(method) && !name.includes("token"))
                it(`is taken for PingOne's: ${name}`, async () => {
                    const { url } = await startServer(() => ({ status, body: response }));
                    const request = clientOf({ ...withToken(url), operationTimeoutSeconds: "0.2" });
                    const answer = request(method, "/one", method === "POST" ? {} : undefined);
                    if (status < 300) expect(await answer).to.deep.equal({ status, body: response });
                    else expect((await problemOf(answer)).message).to.match(new RegExp(`^PingOne answered ${status} `));
                });
    }),
);
