/** The path of a Chromium or Chrome on this machine, or undefined. */
export function findBrowser(): string | undefined;
/** What a browser needs to be started with as this user. */
export function sandboxFlags(): string[];
