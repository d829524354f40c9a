import "server-only";
import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/domain/permissions";
import { type Ctx, organizationId } from "../../kernel/ctx";

type User = { organizationId: string; id: string; name: string; role: Role };

/**
 * Returns the context in which a person signs in and out, when there is no session whose context it could be. It allows
 * nothing else.
 */
export function userCtx({ organizationId: organization, id, name, role }: User, now: Date): Ctx {
  return {
    organizationId: organizationId(organization),
    actor: { type: "user", id, name, role, permissions: [] },
    now,
    timeZone: "UTC",
    locale: "en-GB",
    requestId: randomUUID(),
  };
}
