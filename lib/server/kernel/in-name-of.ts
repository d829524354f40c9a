import "server-only";
import { randomUUID } from "node:crypto";
import { type KeyRole, keyState, permissionsOf } from "@/lib/domain/api-key";
import { type Permission, permissionsOfPerson } from "@/lib/domain/permissions";
import { type Actor, administrator, type Ctx, organizationId } from "./ctx";
import { unscoped } from "./db";

/** Returns the columns that keep in whose name work goes on in the background. Without either id it is the product itself. */
export function inNameOf({ actor }: Ctx) {
  return {
    byUserId: actor.type === "user" ? actor.id : null,
    byKeyId: actor.type === "api_key" ? actor.id : null,
    byName: actor.name,
  };
}

type Kept = {
  organizationId: string;
  byUserId: string | null;
  byKeyId: string | null;
  byName: string;
  timeZone: string;
  locale: string;
};

/** Returns the context in which the work goes on, with what its user or API key may do now, or null if that is nothing any more. */
export async function ctxInNameOf(kept: Kept, now: Date): Promise<Ctx | null> {
  const actor = await actorOf(kept, now);
  if (!actor) return null;
  return {
    organizationId: organizationId(kept.organizationId),
    actor,
    now,
    timeZone: kept.timeZone,
    locale: kept.locale,
    requestId: randomUUID(),
  };
}

async function actorOf(kept: Kept, now: Date): Promise<Actor | null> {
  const { organizationId, byName: name } = kept;
  const key = (id: string) => ({ organizationId_id: { organizationId, id } });
  if (kept.byUserId !== null) {
    const user = await unscoped().user.findUniqueOrThrow({
      where: key(kept.byUserId),
      select: {
        id: true,
        role: true,
        active: true,
        accountRole: true,
        definedRole: { select: { permissions: true } },
      },
    });
    if (!user.active) return null;
    const { id, role, accountRole, definedRole } = user;
    const permissions = permissionsOfPerson({ role, defined: definedRole?.permissions ?? null, accountRole });
    return { type: "user", id, name, role, permissions };
  }
  if (kept.byKeyId === null) return { type: "system", id: null, name, ...administrator };
  const found = await unscoped().apiKey.findUniqueOrThrow({
    where: key(kept.byKeyId),
    select: { id: true, role: true, scopes: true, expiresAt: true, revokedAt: true },
  });
  if (keyState(found, now) !== "active") return null;
  const scopes = found.scopes as Permission[];
  const role = found.role as KeyRole;
  return {
    ...{ type: "api_key", id: found.id, name, role },
    permissions: permissionsOf(role),
    ...(scopes.length > 0 && { scopes }),
  };
}
