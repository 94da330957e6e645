/**
 * Makes something of each thing once, and keeps it as long as the thing lives. Only for what is read off the thing alone, which
 * never changes: a catalogue, a record, a plan.
 */
export function oncePer<Thing extends object, Made extends NonNullable<unknown>>(
  make: (thing: Thing) => Made,
): (thing: Thing) => Made {
  const known = new WeakMap<Thing, Made>();
  return (thing) => {
    const made = known.get(thing) ?? make(thing);
    known.set(thing, made);
    return made;
  };
}
