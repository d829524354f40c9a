export type Line = {
  what: string;
  orders: number;
  ours: string;
  limit: string;
  ratio: string;
  target: string;
  /** Is missing if the figure has no target. */
  met?: boolean;
};

const columns = ["what", "orders", "ours", "limit", "ratio", "target", "met"] as const;

const ms = (value: number) => `${value.toFixed(2)} ms`;
const perSecond = (value: number) => `${value.toFixed(0)} /s`;

/** Compares a time with its limit, and with a target of at most so many times as long if there is one. */
export function against(
  what: string,
  orders: number,
  [ours, limit]: [number, number],
  atMost: number | undefined,
): Line {
  const ratio = ours / limit;
  const line = { what, orders, ours: ms(ours), limit: ms(limit), ratio: ratio.toFixed(2) };
  return atMost === undefined
    ? { ...line, target: "" }
    : { ...line, target: `≤ ${atMost}`, met: ratio <= atMost };
}

/** Compares a throughput with its limit, of which it must reach at least this share. */
export function atLeast(what: string, orders: number, [ours, limit]: [number, number], target: number): Line {
  const ratio = ours / limit;
  const shown = { ours: perSecond(ours), limit: perSecond(limit), ratio: ratio.toFixed(2) };
  return { what, orders, ...shown, target: `≥ ${target}`, met: ratio >= target };
}

/** Reports a time that must not exceed so many milliseconds. */
export function atMost(what: string, orders: number, ours: number, limit: number): Line {
  return fact(what, orders, ms(ours), "", `≤ ${limit} ms`, ours <= limit);
}

/** Reports whether a time is the same at every size, within a tolerance. */
export function flat(what: string, times: Map<number, number>, tolerance = 0.2): Line {
  const sizes = [...times.keys()];
  const [smallest = 0, largest = 0] = [sizes[0], sizes.at(-1)];
  const [first = 1, last = 1] = [times.get(smallest), times.get(largest)];
  return {
    what: `${what}: flat from ${smallest} on`,
    orders: largest,
    ours: ms(last),
    limit: ms(first),
    ratio: (last / first).toFixed(2),
    target: `≤ ${1 + tolerance}`,
    met: last / first <= 1 + tolerance,
  };
}

export function fact(
  what: string,
  orders: number,
  ours: string,
  limit: string,
  target: string,
  met: boolean,
): Line {
  return { what, orders, ours, limit, ratio: "", target, met };
}

export function print(lines: readonly Line[]): void {
  const met = (line: Line) => (line.met === undefined ? "" : line.met ? "yes" : "NO");
  const text = (line: Line, column: (typeof columns)[number]) =>
    column === "met" ? met(line) : column === "orders" ? line.orders.toLocaleString("en") : line[column];
  const widths = columns.map((column) =>
    Math.max(column.length, ...lines.map((line) => text(line, column).length)),
  );
  const row = (cells: string[]) =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join("  ")
      .trimEnd();
  console.log(`\n${row([...columns])}\n${row(widths.map((width) => "─".repeat(width)))}`);
  for (const line of lines) console.log(row(columns.map((column) => text(line, column))));
}
