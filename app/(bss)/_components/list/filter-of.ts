/** Writes what a list is narrowed to, as its address does: what filters nothing is left out. */
export function filterOf({
  cursor: _,
  limit: __,
  sort: ___,
  ...filters
}: { cursor?: unknown; limit?: unknown; sort?: unknown } & Record<string, unknown>): string {
  const pairs = Object.entries(filters).flatMap(([name, value]) =>
    [value ?? []].flat().flatMap((one) => (one === "" ? [] : [[name, String(one)]])),
  );
  return new URLSearchParams(pairs).toString().slice(0, 500);
}
