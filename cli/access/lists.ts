import { environmentMayBeGone } from "../../provider/client/environment";
import { readAll } from "../../provider/client/list";
import { path } from "../../provider/client/path";
import type { Session } from "../../provider/client/session";
import type { Body } from "../../provider/client/wire";
import { PingOneError } from "../../provider/errors";
import type { Progress } from "../progress";

/** Reads lists of one environment, with GET requests only. */
export class Lists {
    private readonly here: string;
    /** Whether the environment has answered: then it is there. */
    private answered = false;

    constructor(
        private readonly session: Session,
        private readonly environmentId: string,
        private readonly progress: Progress,
    ) {
        this.here = path`/environments/${environmentId}`;
    }

    /** The environment itself. */
    environment(): Promise<Body> {
        return this.step(async () => {
            const http = await this.session.http();
            return (await http.request(this.session.operation(), "GET", this.here)).body;
        });
    }

    /**
     * All objects of a collection; none where there is no such collection.
     * @param collection its path behind the environment; with a slash in front, behind PingOne's root
     */
    read(collection: string): Promise<Body[]> {
        const whole = collection.startsWith("/") ? collection : `${this.here}/${collection}`;
        return this.step(async () => {
            const operation = this.session.operation();
            try {
                const objects = await readAll(await this.session.http(), operation, whole);
                this.answered = true;
                return objects;
            } catch (error) {
                if (!this.answered && environmentMayBeGone(error)) await this.requireEnvironment();
                if (error instanceof PingOneError && error.code === "NOT_FOUND") return [];
                throw error;
            }
        });
    }

    private async requireEnvironment(): Promise<void> {
        try {
            await this.session.requireEnvironment(this.session.operation(), this.environmentId);
        } catch (error) {
            // Where nobody can tell, what PingOne answered to the list tells more.
            if (error instanceof PingOneError && error.code === "ENVIRONMENT_NOT_FOUND") throw error;
        }
    }

    private async step<T>(work: () => Promise<T>): Promise<T> {
        this.progress.expect();
        try {
            return await work();
        } finally {
            this.progress.step();
        }
    }
}
