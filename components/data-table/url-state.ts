/** The table's state is the URL: a link shows a colleague the same rows. Pure, so that tests can read it. */

export interface Sort {
  key: string;
  descending: boolean;
}

export function readSort(params: URLSearchParams, fallback?: string): Sort | null {
  const value = params.get("sort") ?? fallback;
  if (!value) return null;
  return value.startsWith("-")
    ? { key: value.slice(1), descending: true }
    : { key: value, descending: false };
}

/** The first click sorts ascending, the next one the other way. */
export function withSort(params: URLSearchParams, key: string, current: Sort | null): URLSearchParams {
  const descending = current?.key === key && !current.descending;
  return firstPage(params, (next) => next.set("sort", descending ? `-${key}` : key));
}

export function withSearch(params: URLSearchParams, text: string): URLSearchParams {
  const q = text.trim();
  return firstPage(params, (next) => (q ? next.set("q", q) : next.delete("q")));
}

/** Adds or removes one value of a filter; a filter that is not `multiple` holds one value at a time. */
export function withFilter(
  params: URLSearchParams,
  filter: { name: string; multiple?: boolean },
  value: string,
): URLSearchParams {
  return firstPage(params, (next) => {
    const had = next.getAll(filter.name);
    const kept = had.includes(value)
      ? had.filter((v) => v !== value)
      : filter.multiple
        ? [...had, value]
        : [value];
    next.delete(filter.name);
    for (const v of kept) next.append(filter.name, v);
  });
}

export function withoutFilters(params: URLSearchParams, filters: { name: string }[]): URLSearchParams {
  return firstPage(params, (next) => {
    next.delete("q");
    for (const { name } of filters) next.delete(name);
  });
}

export function withCursor(params: URLSearchParams, cursor: string): URLSearchParams {
  const next = new URLSearchParams(params);
  next.set("cursor", cursor);
  return next;
}

/** What is listed, wherever in it one is. */
export function withoutPlace(params: URLSearchParams): URLSearchParams {
  return firstPage(params, () => {});
}

/** Any change of what is listed starts again at its first page. */
function firstPage(params: URLSearchParams, change: (next: URLSearchParams) => void): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete("cursor");
  change(next);
  return next;
}
