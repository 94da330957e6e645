/** A name in a folder that nothing has yet: the name itself, or with a number before its ending. */
export async function freeName(name: string, isTaken: (name: string) => Promise<boolean>): Promise<string> {
  const [, stem = name, ending = ''] = /^(.+?)(\.[^.]+)?$/s.exec(name) ?? [];
  let given = name;
  for (let count = 2; await isTaken(given); count += 1) given = `${stem}-${count}${ending}`;
  return given;
}
