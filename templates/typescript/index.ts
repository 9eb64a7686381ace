import * as pulumi from "@pulumi/pulumi";
import { orders } from "./orders";

const { web } = orders({
    // What differs between the environments is in Pulumi.<stack>.yaml.
    domain: new pulumi.Config("orders").require("domain"),
    isProduction: pulumi.getStack() === "production",
});

export const clientId = web.clientId;
