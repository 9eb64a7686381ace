/** The expression with which PingOne takes a value from the user who signs on. */
export const ofUser = (attribute: string): string => `\${user.${attribute}}`;
