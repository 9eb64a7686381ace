/** Runs the work with these environment variables and no other of PingOne's, then puts back what was there. */
export async function withVariables<T>(variables: Record<string, string>, work: () => Promise<T> | T): Promise<T> {
    const saved = Object.entries(process.env).filter(([name]) => affects(name));
    const clear = () => {
        for (const name of Object.keys(process.env)) if (affects(name)) delete process.env[name];
    };
    clear();
    Object.assign(process.env, variables);
    try {
        return await work();
    } finally {
        clear();
        Object.assign(process.env, Object.fromEntries(saved));
    }
}

function affects(name: string): boolean {
    return name.startsWith("PINGONE_") || /^(https?|no)_proxy$/i.test(name);
}
