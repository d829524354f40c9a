import "server-only";
import type { Role } from "@/lib/domain/permissions";
import type { Ctx } from "../kernel/ctx";
import { sql, type Tx } from "../kernel/db";
import { NotFound } from "../kernel/errors";

type LockedKey = {
  name: string;
  prefix: string;
  hash: string;
  role: Role;
  scopes: string[];
  expiresAt: Date | null;
  revokedAt: Date | null;
  version: number;
};

/** Locks a key, so that a rotation and a revocation at once come one after the other. @throws NotFound */
export async function lockKey(tx: Tx, ctx: Ctx, id: string): Promise<LockedKey> {
  const [key] = await tx.$queryRaw<LockedKey[]>(sql`
    SELECT name, prefix, hash, role, scopes, expires_at AS "expiresAt", revoked_at AS "revokedAt", version
    FROM api_keys WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`);
  if (!key) throw new NotFound("API key", id);
  return key;
}
