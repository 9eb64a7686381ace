/** Where requests are right although PingOne's OpenAPI files say otherwise, and why. */
export const contradictions: readonly { where: RegExp; because: string }[] = [
    {
        where: /\/pushCredentials(\/\*)?: the specification does not know the path/,
        because: "recordings show it, no file does",
    },
    {
        where: /\/applications(\/\*)?: .*: includeTyp$/,
        because: "the pages have it, and are newer",
    },
    {
        where: /\/applications(\/\*)?: .*: homePageUrl$/,
        because: "the pages have it for applications of every protocol, the file not for WS_FED and PingOne's own",
    },
    {
        where: /PUT .*\/applications\/\*: .*: (applyDefaultTheme|logoutType|manageDevicesViaMyAccountEnabled)$/,
        because: "the pages have all three for PingOne's own applications, the file only the first",
    },
    {
        where: /\/applications(\/\*)?: .*: (hybridJoinDeviceAttribute|stsTokenType|useMex13|userAttributeUsernameMatch)$/,
        because: "the pages have them for WS_FED, in limited release",
    },
    {
        where: /PUT .*\/applications\/\*: \/kerberos must be object$/,
        because: "the pages say that null switches it off",
    },
    {
        where: /\/applications(\/\*)?: .*'tokenEndpointAuthMethod'$/,
        because: "the pages tell what it is where it is left out",
    },
    {
        where: /\/applications(\/\*)?: (\/idpSigning must have required property '(key|algorithm)'|must have required property 'idpSigning')$/,
        because: "the pages tell which key signs where none is named, and their example for WS_FED has none",
    },
    {
        where: /\/(alerts|brandingSettings|subscriptions(\/\*)?|signOnPolicies\/\*\/actions\/\*): /,
        because:
            "an ApiObject sends what its program says; its tests say little, and have the server add what nobody knows",
    },
];
