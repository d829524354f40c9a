import "server-only";
import { ok, type Result } from "@/lib/domain/result";
import { EditOrganizationInput } from "@/lib/schemas/organizations";
import { type Ctx, requirePermission } from "../ctx";
import { Conflict } from "../errors";
import { recordAudit } from "../history";
import { transaction } from "../transaction";

/** Changes what the organization says of itself: docs/domain.md, section 3, "Whose day". @throws Conflict */
export async function editOrganization(ctx: Ctx, raw: unknown): Promise<Result<{ version: number }, never>> {
  requirePermission(ctx, "organization:save");
  const { version, ...company } = EditOrganizationInput.parse(raw);

  return transaction(ctx, async (tx) => {
    const before = await tx.organization.findFirstOrThrow({ select: { name: true, timeZone: true } });
    const { count } = await tx.organization.updateMany({
      where: { version },
      data: { ...company, version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict("The company");
    const { name, timeZone } = before;
    await recordAudit(tx, ctx, {
      event: "organization_edited",
      subject: name,
      before: { timeZone },
      after: company,
    });
    return ok({ version: version + 1 });
  });
}
