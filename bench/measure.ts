/** Median time of `runs` runs in ms, and what the last one gave. */
export async function median<Value>(
  runs: number,
  run: () => Value | Promise<Value>,
): Promise<{ ms: number; value: Value }> {
  const times: number[] = [];
  let value: Value | undefined;
  for (let index = 0; index < runs; index += 1) {
    const started = performance.now();
    value = await run();
    times.push(performance.now() - started);
  }
  times.sort((left, right) => left - right);
  return { ms: times[Math.floor(times.length / 2)] ?? 0, value: value as Value };
}

/** Prints rows as a table with columns as wide as their widest cell; numbers stand to the right. */
export function printTable(rows: readonly Readonly<Record<string, string | number>>[]): void {
  const names = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => names.map((name) => String(row[name] ?? '')));
  const widths = names.map((name, column) => Math.max(name.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  console.log(line(names));
  console.log(widths.map((width) => '-'.repeat(width)).join('  '));
  for (const row of cells) console.log(line(row));
}

/** Milliseconds with as many digits as mean something. */
export const formatMs = (ms: number): string => (ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en'));
