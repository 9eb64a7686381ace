import * as pulumi from "@pulumi/pulumi";
import { orders } from "./orders";

const config = new pulumi.Config();
const { web } = orders({ domain: config.get("domain") ?? "example.com" });

export const clientId = web.clientId;
