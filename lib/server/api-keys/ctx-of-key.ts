import "server-only";
import { randomUUID } from "node:crypto";
import { type KeyGrant, type KeyRole, keyState, narrowed, permissionsOf } from "@/lib/domain/api-key";
import type { Permission } from "@/lib/domain/permissions";
import { type Ctx, organizationId } from "../kernel/ctx";
import { read, sql, unscoped } from "../kernel/db";
import { isAccessToken, readAccessToken } from "./access-token";
import { hashOfSecret } from "./secret";

/** Sets how old the last use may be before it is written anew. */
const lastUseMilliseconds = 60_000;

type Found = {
  organizationId: string;
  id: string;
  name: string;
  role: KeyRole;
  scopes: Permission[];
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
  timeZone: string;
};

/** Says who asks: with which key, and what that key may do. */
export type KeyCaller = { ctx: Ctx; keyId: string; grant: KeyGrant };

/**
 * Returns who brings this secret, or the access token that stands for it, or null if no key counts by it: an unknown, expired,
 * revoked or replaced one. Every request asks the database, so that a key ends with the commit that revokes it. See docs/domain.md,
 * section 7, "API keys".
 */
export async function ctxOfKey(secret: string, now: Date): Promise<KeyCaller | null> {
  const token = isAccessToken(secret)
    ? await readAccessToken(secret)
    : { secretHash: hashOfSecret(secret), scopes: null };
  if (!token) return null;
  const hash = token.secretHash;
  const [key] = await unscoped().$queryRaw<Found[]>(sql`
    SELECT api_keys.organization_id AS "organizationId", api_keys.id, api_keys.name, api_keys.role, api_keys.scopes,
      api_keys.expires_at AS "expiresAt", api_keys.revoked_at AS "revokedAt", api_keys.last_used_at AS "lastUsedAt",
      organizations.time_zone AS "timeZone"
    FROM api_keys JOIN organizations ON organizations.id = api_keys.organization_id
    WHERE api_keys.hash = ${hash} OR (api_keys.previous_hash = ${hash} AND api_keys.previous_until > ${now})`);
  if (!key || keyState(key, now) !== "active") return null;

  const { id, name, role, timeZone } = key;
  const grant = narrowed({ role, scopes: key.scopes.length > 0 ? key.scopes : null }, token.scopes);
  const ctx: Ctx = {
    organizationId: organizationId(key.organizationId),
    actor: {
      ...{ type: "api_key", id, name, role },
      permissions: permissionsOf(role),
      ...(grant.scopes && { scopes: grant.scopes }),
    },
    now,
    timeZone,
    locale: "en-GB",
    requestId: randomUUID(),
  };
  const late = now.getTime() - lastUseMilliseconds;
  if (!key.lastUsedAt || key.lastUsedAt.getTime() <= late) await keepLastUse(ctx, id, new Date(late));
  return { ctx, keyId: id, grant };
}

/** Writes the last use, unless somebody else is writing to the key: no request waits for another one's lock. */
async function keepLastUse(ctx: Ctx, id: string, late: Date): Promise<void> {
  await read(ctx).$executeRaw(sql`
    UPDATE api_keys SET last_used_at = ${ctx.now}
    FROM (
      SELECT organization_id, id FROM api_keys
      WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${id}::uuid
        AND (last_used_at IS NULL OR last_used_at <= ${late})
      FOR NO KEY UPDATE SKIP LOCKED
    ) AS free
    WHERE api_keys.organization_id = free.organization_id AND api_keys.id = free.id`);
}
