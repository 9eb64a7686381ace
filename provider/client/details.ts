import type { PingOneErrorCode, PingOneErrorDetail } from "../errors";
import { textOf } from "./outcome";
import { redact } from "./redact";
import type { Body } from "./wire";

/** The details of PingOne's error envelope, without the values that were sent. */
export function detailsOf({ details }: Body, sent: string[]): PingOneErrorDetail[] {
    return Array.isArray(details) ? details.map((detail) => toDetail(detail, sent)) : [];
}

function toDetail(value: unknown, sent: string[]): PingOneErrorDetail {
    const detail = (value ?? {}) as Body;
    const inner = (detail.innerError ?? {}) as Body;
    const message = [detail.message ?? "", limits(inner)].filter((text) => text !== "").join(", ");
    return {
        code: textOf(detail.code),
        target: textOf(detail.target),
        message: message ? redact(message, sent) : undefined,
        existingId: textOf(inner.existingId),
    };
}

/** What PingOne would accept, where its message does not say so already. */
function limits({ allowedValues, allowedPattern }: Body): string {
    if (Array.isArray(allowedValues)) return `allowed: ${allowedValues.join(", ")}`;
    return textOf(allowedPattern) ? `allowed: ${allowedPattern}` : "";
}

/** A detail in one line. */
export function sentence({ target, message, code }: PingOneErrorDetail): string {
    const text = [target, message].filter(Boolean).join(": ");
    return code ? `${text} (${code})` : text;
}

/** What a refusal is called, by its status and its details. */
export function codeOf(status: number, details: readonly PingOneErrorDetail[]): PingOneErrorCode {
    const has = (code: string) => details.some((detail) => detail.code === code);
    if (has("UNIQUENESS_VIOLATION")) return "NOT_UNIQUE";
    if (has("LICENSE_EXCEEDED")) return "REFUSED";
    const codes: Record<number, PingOneErrorCode> = {
        401: "AUTHENTICATION",
        403: "PERMISSION",
        404: "NOT_FOUND",
        429: "RATE_LIMITED",
    };
    return codes[status] ?? (status >= 500 || status === 408 ? "UNAVAILABLE" : "REFUSED");
}
