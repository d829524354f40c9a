import "server-only";
import { oneLine } from "@/lib/domain/values/one-line";
import type { Ctx } from "../kernel/ctx";
import { type Prisma, unscoped } from "../kernel/db";
import { insertRows } from "../kernel/insert-rows";

/** Describes a request that a key made. `status` is that of the HTTP response, and `ms` is how long it took. */
export type KeyRequest = { method: string; path: string; status: number; ms: number };

/**
 * Adds a request to the log of its key, where administrators see it for 30 days. The log has no query of the address, since a
 * search can name people. See docs/domain.md, section 7, "API keys".
 */
export async function logRequest(ctx: Ctx, keyId: string, request: KeyRequest): Promise<void> {
  const { organizationId, now, requestId } = ctx;
  const [path = ""] = request.path.split(/[?#]/, 1);
  await keep({
    organizationId,
    keyId,
    at: now,
    requestId,
    method: oneLine(request.method, 10),
    path: oneLine(path, 500),
    status: request.status,
    ms: Math.max(0, Math.round(request.ms)),
  });
}

type Row = Prisma.ApiKeyRequestCreateManyInput;

/** Collects the rows that the next statement writes. */
let next: { rows: Row[]; kept: Promise<void> } | null = null;
let last: Promise<void> = Promise.resolve();

/** Writes a row. One statement writes the rows of all requests that end while the previous statement is running. */
function keep(row: Row): Promise<void> {
  next ??= after(last);
  next.rows.push(row);
  return next.kept;
}

function after(before: Promise<void>) {
  const rows: Row[] = [];
  const insert = () => {
    next = null;
    return insertRows(unscoped(), { api_key_requests: rows });
  };
  last = before.then(insert, insert);
  return { rows, kept: last };
}
