import "server-only";
import { ok, type Result } from "@/lib/domain/result";
import { EditOrganizationInput } from "@/lib/schemas/organizations";
import { changedFacts } from "../kernel/changed-facts";
import { type Ctx, requirePermission } from "../kernel/ctx";
import { Conflict } from "../kernel/errors";
import { recordAudit } from "../kernel/history";
import { transaction } from "../kernel/transaction";
import { profileColumns } from "./queries";

/**
 * Changes what the organization says of itself; documents that were issued keep what they say. See docs/domain.md,
 * section 3, "Documents" and "Whose day". @throws Conflict
 */
export async function editOrganization(ctx: Ctx, raw: unknown): Promise<Result<{ version: number }, never>> {
  requirePermission(ctx, "organization:save");
  const { version, ...company } = EditOrganizationInput.parse(raw);

  return transaction(ctx, async (tx) => {
    const { name, ...before } = await tx.organization.findFirstOrThrow({
      select: { name: true, timeZone: true, ...profileColumns },
    });
    const { count } = await tx.organization.updateMany({
      where: { version },
      data: { ...company, version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict("The company");
    const changed = changedFacts(before, company);
    if (changed) await recordAudit(tx, ctx, { event: "organization_edited", subject: name, ...changed });
    return ok({ version: version + 1 });
  });
}
