import type { Rule } from "./lifecycle/definition";

/** @internal What is nowhere would be nothing. */
export const notBothFalse: Rule<{ idToken?: boolean; userInfo?: boolean }> = {
    at: "userInfo",
    with: ["idToken"],
    problem: ({ idToken, userInfo }) => idToken === false && userInfo === false && "must not be false where idToken is",
};
