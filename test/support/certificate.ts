import { createSign, generateKeyPairSync } from "node:crypto";

/** A certificate for `localhost` that nobody signed but itself, and its key. */
export function selfSigned(): { key: string; cert: string } {
    const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
    const name = sequence(set(sequence(objectId("550403"), der(0x0c, Buffer.from("localhost")))));
    const ecdsaWithSha256 = sequence(objectId("2a8648ce3d040302"));
    const contents = sequence(
        der(0x02, Buffer.of(1)),
        ecdsaWithSha256,
        name,
        sequence(der(0x17, Buffer.from("200101000000Z")), der(0x17, Buffer.from("491231235959Z"))),
        name,
        publicKey.export({ type: "spki", format: "der" }),
    );
    const signature = createSign("sha256").update(contents).sign(privateKey);
    const certificate = sequence(contents, ecdsaWithSha256, der(0x03, Buffer.concat([Buffer.of(0), signature])));
    return {
        key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
        cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString("base64")}\n-----END CERTIFICATE-----\n`,
    };
}

/** A value in the encoding of certificates: its tag, its length, and its content. */
function der(tag: number, content: Buffer): Buffer {
    const { length } = content;
    const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
    return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: Buffer[]) => der(0x30, Buffer.concat(parts));
const set = (...parts: Buffer[]) => der(0x31, Buffer.concat(parts));
const objectId = (hex: string) => der(0x06, Buffer.from(hex, "hex"));
