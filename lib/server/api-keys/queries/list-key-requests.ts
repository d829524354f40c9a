import "server-only";
import { z } from "zod";
import { Id, listParameters } from "@/lib/schemas/fields";
import { read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { keyset, type Page } from "../../kernel/keyset";

const ListKeyRequestsInput = z.object({
  keyId: Id,
  cursor: listParameters.cursor,
  limit: listParameters.limit,
});

/** Holds a request that a key made. `at` is in ISO format, and `ms` is how long the answer took. */
export type KeyRequestRow = {
  id: string;
  at: string;
  method: string;
  path: string;
  status: number;
  ms: number;
  requestId: string;
};

/** Returns what a key has called in the last 30 days, newest first. See docs/domain.md, section 7, "API keys". */
export const listKeyRequests = query({
  name: "api-key.requests",
  caller: staff("api-key:read"),
  input: ListKeyRequestsInput,
  async run({ ctx }, { keyId, ...input }): Promise<Page<KeyRequestRow>> {
    const id = sql`api_key_requests.id`;
    const pages = keyset({ key: id, keyType: "bigint", id, idType: "bigint", descending: true }, input);
    const rows = await read(ctx).$queryRaw<(Omit<KeyRequestRow, "at"> & { at: Date })[]>(sql`
      SELECT id::text, at, method, path, status, ms, request_id AS "requestId" FROM api_key_requests
      WHERE organization_id = ${ctx.organizationId}::uuid AND key_id = ${keyId}::uuid ${pages.where} ${pages.tail}`);
    const shown = rows.map((row) => ({ ...row, at: row.at.toISOString() }));
    return pages.page(shown, (row) => ({ key: row.id, id: row.id }));
  },
});
