import "server-only";
import { z } from "zod";
import { type KeyGrant, type KeyState, keyState } from "@/lib/domain/api-key";
import type { Role } from "@/lib/domain/permissions";
import { listParameters } from "@/lib/schemas/fields";
import { read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { NotFound } from "../../kernel/errors";
import { isUuid, keyset, type Page } from "../../kernel/keyset";
import { grantOf } from "../grant";

const ListApiKeysInput = z.object({ cursor: listParameters.cursor, limit: listParameters.limit });

/** Holds a key as Setup shows it, without its secret and hash. Times are in ISO format. */
export type ApiKeyRow = KeyGrant & {
  id: string;
  name: string;
  /** Is how the secret begins. */
  prefix: string;
  state: KeyState;
  createdAt: string;
  createdBy: string;
  /** Is the first moment at which it no longer counts. */
  expiresAt: string | null;
  revokedAt: string | null;
  lastUsedAt: string | null;
  /** Is when the secret before the last rotation ends, while it still counts. */
  previousUntil: string | null;
  version: number;
};

type Row = {
  id: string;
  name: string;
  prefix: string;
  role: Role;
  scopes: string[];
  createdAt: Date;
  createdBy: string;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
  previousUntil: Date | null;
  version: number;
};

const columns = sql`
  id, name, prefix, role, scopes, created_at AS "createdAt", created_by_name AS "createdBy", expires_at AS "expiresAt",
  revoked_at AS "revokedAt", last_used_at AS "lastUsedAt", previous_until AS "previousUntil", version`;

/** Returns the keys, newest first, with those that no longer count. */
export const listApiKeys = query({
  name: "api-key.list",
  caller: staff("api-key:read"),
  input: ListApiKeysInput,
  async run({ ctx }, input): Promise<Page<ApiKeyRow>> {
    const list = { key: sql`created_at`, keyType: "timestamptz", id: sql`id`, descending: true } as const;
    const pages = keyset(list, input);
    const rows = await read(ctx).$queryRaw<Row[]>(sql`
      SELECT ${columns} FROM api_keys WHERE organization_id = ${ctx.organizationId}::uuid ${pages.where} ${pages.tail}`);
    const shown = rows.map((row) => toRow(row, ctx.now));
    return pages.page(shown, (row) => ({ key: row.createdAt, id: row.id }));
  },
});

/** Returns a key. @throws NotFound */
export const getApiKey = query({
  name: "api-key.get",
  caller: staff("api-key:read"),
  input: z.string(),
  async run({ ctx }, id): Promise<ApiKeyRow> {
    const [row] = isUuid(id)
      ? await read(ctx).$queryRaw<Row[]>(sql`
          SELECT ${columns} FROM api_keys WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${id}::uuid`)
      : [];
    if (!row) throw new NotFound("API key", id);
    return toRow(row, ctx.now);
  },
});

function toRow(row: Row, now: Date): ApiKeyRow {
  const state = keyState(row, now);
  const overlaps = state === "active" && row.previousUntil && row.previousUntil > now;
  return {
    ...row,
    ...grantOf(row),
    state,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    previousUntil: overlaps ? (row.previousUntil?.toISOString() ?? null) : null,
  };
}
