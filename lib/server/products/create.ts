import "server-only";
import { ok, type Result } from "@/lib/domain/result";
import { kindsOf } from "@/lib/domain/value-kind";
import { CreateProductInput } from "@/lib/schemas/products";
import { type Ctx, requirePermission } from "../kernel/ctx";
import { type FieldRefusal, isUniqueViolation, refuseField } from "../kernel/field-refusal";
import { recordAudit } from "../kernel/history";
import { transaction } from "../kernel/transaction";
import { findVendor } from "./vendor";

/** Adds a product to what the organization sells. */
export async function createProduct(
  ctx: Ctx,
  raw: unknown,
): Promise<Result<{ id: string; code: string }, FieldRefusal<"code_taken" | "unknown_vendor">>> {
  requirePermission(ctx, "product:save");
  const parsed = CreateProductInput.parse(raw);
  const input = { ...parsed, valueKinds: kindsOf(parsed.requiredConfiguration, parsed.valueKinds) };

  try {
    return await transaction(ctx, async (tx) => {
      const vendor = await findVendor(tx, ctx, input.vendorId);
      if (!vendor.ok) return vendor;
      const product = await tx.product.create({
        data: { organizationId: ctx.organizationId, ...input },
        select: { id: true, code: true },
      });
      const { code, driverSettings, vendorId, ...after } = input;
      await recordAudit(tx, ctx, {
        event: "product_created",
        subject: code,
        after: { ...after, vendor: vendor.value },
      });
      return ok(product);
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return refuseField(
      "code_taken",
      "code",
      `There is a product “${input.code}” already. Choose another code.`,
    );
  }
}
