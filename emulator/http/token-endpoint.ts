import type { Tokens } from "./tokens";

/** A request to `/{environment}/as/token`. */
export interface TokenRequest {
    authorization: string | undefined;
    contentType: string | undefined;
    bodyText: string;
}

/** An answer of the token endpoint. */
export interface TokenAnswer {
    status: number;
    content: object;
}

/** A refusal in the words of OAuth 2, which the token endpoint uses instead of PingOne's envelope. */
export const oauthError = (status: number, error: string, description: string): TokenAnswer => ({
    status,
    content: { error, error_description: description },
});

/** The client credentials grant of OAuth 2, with the client's id and secret in the header or in the body. */
export function answerTokenRequest(
    request: TokenRequest,
    client: { id: string; secret: string },
    tokens: Tokens,
    lifetimeSeconds: number,
): TokenAnswer {
    if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.contentType ?? ""))
        return oauthError(400, "invalid_request", "The body must be application/x-www-form-urlencoded");
    const form = new URLSearchParams(request.bodyText);
    const given = credentials(request.authorization, form);
    if (given === undefined)
        return oauthError(401, "invalid_client", "Request denied: Unsupported authentication method");
    if (given.id !== client.id || given.secret !== client.secret)
        return oauthError(401, "invalid_client", "Request denied: Invalid client credentials");
    if (form.get("grant_type") !== "client_credentials")
        return oauthError(400, "unsupported_grant_type", "Request denied: Unsupported grant type");
    return {
        status: 200,
        content: { access_token: tokens.issue(), token_type: "Bearer", expires_in: lifetimeSeconds },
    };
}

function credentials(authorization: string | undefined, form: URLSearchParams) {
    const basic = /^Basic\s+(\S+)$/i.exec(authorization ?? "")?.[1];
    if (basic !== undefined) {
        const [id = "", ...secret] = Buffer.from(basic, "base64").toString("utf8").split(":");
        return { id, secret: secret.join(":") };
    }
    const id = form.get("client_id");
    const secret = form.get("client_secret");
    return id === null || secret === null ? undefined : { id, secret };
}
