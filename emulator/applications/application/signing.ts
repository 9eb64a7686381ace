import type { JsonObject } from "../../notation/json";
import { choice, group, type Property, reference, type Target } from "../../notation/properties";
import type { Lookup } from "../../notation/surroundings";

const algorithms = ["RSA", "ECDSA"].flatMap((kind) => [256, 384, 512].map((size) => `SHA${size}with${kind}`));

const signing = ({ usageType }: JsonObject) => usageType === "SIGNING";
const wanted = "of usage type SIGNING";

/** A certificate that a service provider signs with. */
export const signingCertificate: Target = { collection: "certificates", fits: signing, wanted };

/** The environment's own key for signing, and the algorithm that goes with it. */
const standard = ({ all }: Lookup): JsonObject => {
    const key = all("keys").find((each) => signing(each) && each.default === true);
    return { key: { id: key?.id }, algorithm: key?.signatureAlgorithm };
};

/** How PingOne signs what it sends to the application; left out it is with the environment's own key. */
export const idpSigning: Property = group(
    {
        key: reference(
            { collection: "keys", fits: signing, wanted },
            { required: true, default: (_, around) => standard(around).key },
        ),
        algorithm: choice(algorithms, { required: true, default: (_, around) => standard(around).algorithm }),
    },
    { default: {} },
);
