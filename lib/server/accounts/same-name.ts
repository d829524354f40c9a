import "server-only";
import type { Refused } from "@/lib/domain/refusals/refusal";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import type { Ctx } from "../kernel/ctx";
import { sql, type Tx } from "../kernel/db";

interface Named {
  name: string;
  /** The account that has the name now, when it is edited. */
  id?: string;
  /** The account of the same name that the person was told of, and goes on despite. */
  despiteAccountId?: string | undefined;
}

/**
 * Refuses the name of another account once, whatever its case, accents and spaces: two companies may have one name, but
 * mostly somebody adds the same customer twice. Until the transaction ends nobody else asks for the name, so that of two
 * at once the second is told of the first. See docs/domain.md, section 4.
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
