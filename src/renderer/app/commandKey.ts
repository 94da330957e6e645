/** What the key of commands is called on this machine. Tests without a window have no navigator. */
export const commandKey: string = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '') ? '⌘' : 'Ctrl';
