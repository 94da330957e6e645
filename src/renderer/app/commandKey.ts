/** What the key of commands is called on this machine. */
export const commandKey: string = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';
