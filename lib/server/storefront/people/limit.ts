import "server-only";
import type { Refused } from "@/lib/domain/refusals/refusal";
import { ok, type Result } from "@/lib/domain/values/result";
import { limitedTry } from "../../profile/current-password";
import type { CustomerCtx } from "../customer";

/**
 * Counts an invitation that somebody sends for their account, and refuses one too many, so that nobody has us write to strangers
 * without end. See docs/domain.md, section 7, "People of an account".
 */
export async function limitedInvitation(
  { accountId }: CustomerCtx,
  { rehearsed, path }: { rehearsed: boolean; path: string },
): Promise<Result<null, Refused<"too_many_tries">>> {
  return rehearsed ? ok(null) : limitedTry("colleague_invitation", accountId, path);
}
