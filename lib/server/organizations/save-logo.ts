import "server-only";
import { randomUUID } from "node:crypto";
import { ok, type Result } from "@/lib/domain/result";
import { SaveLogoInput } from "@/lib/schemas/organizations";
import { type Ctx, requirePermission } from "../kernel/ctx";
import { Conflict } from "../kernel/errors";
import { type FieldRefusal, refuseField } from "../kernel/field-refusal";
import { recordAudit } from "../kernel/history";
import { transaction } from "../kernel/transaction";
import { readPicture } from "./picture";

/**
 * Replaces the organization's logo, or takes it away. The replaced one is kept for the documents that show it.
 * See docs/domain.md, section 3, "Documents". @throws Conflict
 */
export async function saveLogo(
  ctx: Ctx,
  raw: unknown,
): Promise<Result<{ logoId: string | null }, FieldRefusal<"no_picture">>> {
  requirePermission(ctx, "organization:save");
  const { picture, replaces } = SaveLogoInput.parse(raw);
  const read = picture === null ? ok(null) : readPicture(picture);
  if (!read.ok) return refuseField("no_picture", "picture", read.refusal);

  return transaction(ctx, async (tx) => {
    const logo = read.value && { id: randomUUID(), ...read.value };
    if (logo) {
      await tx.logo.create({ data: { organizationId: ctx.organizationId, ...logo, createdAt: ctx.now } });
    }
    const logoId = logo?.id ?? null;
    const { count } = await tx.organization.updateMany({ where: { logoId: replaces }, data: { logoId } });
    if (count === 0) throw new Conflict("The logo");
    const { name } = await tx.organization.findFirstOrThrow({ select: { name: true } });
    await recordAudit(tx, ctx, {
      event: logo ? "organization_logo_saved" : "organization_logo_removed",
      subject: name,
      ...(logo && { after: { size: `${logo.width} × ${logo.height}`, kind: logo.mediaType } }),
    });
    return ok({ logoId });
  });
}
