import "server-only";
import type { Role } from "@/lib/domain/permissions";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import { keepClaims, readClaims, seenFrom } from "./session-token";
import { findSession } from "./sessions";
import { switchSession } from "./switch-session";

/**
 * Goes with the session of this request to another organization of its person, and keeps the cookie of the new session. See
 * docs/domain.md, section 7, "Several organizations".
 */
export async function switchOrganization(
  organizationId: string,
): Promise<
  Result<
    { role: Role },
    | { reason: "no_session" | "not_there" }
    | { reason: "lacks_factor" | "lacks_single_sign_on"; organization: string }
  >
> {
  const claims = await readClaims();
  if (!claims) return refuse({ reason: "no_session" });
  const now = new Date();
  const switched = await switchSession(claims, organizationId, await seenFrom(), now);
  if (!switched) return refuse({ reason: (await findSession(claims, now)) ? "not_there" : "no_session" });
  if ("lacksFactor" in switched)
    return refuse({ reason: "lacks_factor", organization: switched.lacksFactor });
  if ("lacksSingleSignOn" in switched)
    return refuse({ reason: "lacks_single_sign_on", organization: switched.lacksSingleSignOn });
  await keepClaims({ organizationId: switched.organizationId, sessionId: switched.sessionId });
  return ok({ role: switched.role });
}
