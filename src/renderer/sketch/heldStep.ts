let last = '';

/** The name under which what one held key does is one step to undo. `again`: the key has been held down since the last time. */
export function heldStep(again: boolean): string {
  if (!again || last === '') last = `held ${crypto.randomUUID()}`;
  return last;
}
