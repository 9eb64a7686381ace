import { flag, type Properties, text, webAddress } from "../../notation/properties";
import { base } from "./base";

/** What applications of the protocol EXTERNAL_LINK have. */
export const externalLink: Properties = {
    ...base,
    assignActorRoles: flag({ readAtCreation: true }),
    homePageUrl: webAddress({ required: true }),
    externalId: text(),
};
