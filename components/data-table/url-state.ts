/** Keeps the table's state in the URL, so that a link shows a colleague the same rows. All functions are pure. */

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

/** Sorts by a column: ascending at the first click, the other way at the next. */
export function withSort(params: URLSearchParams, key: string, current: Sort | null): URLSearchParams {
  const descending = current?.key === key && !current.descending;
  return firstPage(params, (next) => next.set("sort", descending ? `-${key}` : key));
}

export function withSearch(params: URLSearchParams, text: string): URLSearchParams {
  const q = text.trim();
  return firstPage(params, (next) => (q ? next.set("q", q) : next.delete("q")));
}

/** Adds or removes one value of a filter. A filter that is not `multiple` holds one value at a time. */
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

/** Sets parameters that hold one value each. An empty one is removed. */
export function withParameters(params: URLSearchParams, values: Record<string, string>): URLSearchParams {
  return firstPage(params, (next) => {
    for (const [name, value] of Object.entries(values)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
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

/** Returns what is listed, without the page that the reader is on. */
export function withoutPlace(params: URLSearchParams): URLSearchParams {
  return firstPage(params, () => {});
}

/** Starts at the first page again, since what is listed changes. */
function firstPage(params: URLSearchParams, change: (next: URLSearchParams) => void): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete("cursor");
  change(next);
  return next;
}
