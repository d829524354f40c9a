import "server-only";
import type { Refused } from "@/lib/domain/refusals/refusal";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import type { Ctx } from "../kernel/ctx";
import { sql, type Tx } from "../kernel/db";

interface Named {
  name: string;
  /** Names the account that is edited, which has the name already. */
  id?: string;
  /** Names the account with the same name that the person was told of and goes on despite. */
  despiteAccountId?: string | undefined;
}

/**
 * Refuses the name of another account once, ignoring case, accents and spaces, because people often add a customer twice. Locks
 * the name until the transaction ends, so that the second of two at once is told of the first. See docs/domain.md, section 4.
 */
export async function checkSameName(
  tx: Tx,
  { organizationId }: Ctx,
  { name, id, despiteAccountId }: Named,
): Promise<Result<null, Refused<"name_used">>> {
  await tx.$executeRaw(sql`
    SELECT pg_advisory_xact_lock(hashtextextended(${organizationId} || search_form(${name}), 1))`);
  const [earlier] = await tx.$queryRaw<{ id: string; code: string }[]>(sql`
    SELECT id, code FROM accounts
    WHERE organization_id = ${organizationId}::uuid AND search_form(name) = search_form(${name})
      AND search_form(name) <> '' AND id IS DISTINCT FROM ${id ?? null}::uuid
    ORDER BY length(code) DESC, code DESC LIMIT 1`);
  if (!earlier || earlier.id === despiteAccountId) return ok(null);
  return refuse({ reason: "name_used", earlier, path: "name" });
}
