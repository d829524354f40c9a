import "server-only";
import { ok, type Result } from "@/lib/domain/result";
import { kindsOf } from "@/lib/domain/value-kind";
import { EditProductInput } from "@/lib/schemas/products";
import { type Ctx, requirePermission } from "../kernel/ctx";
import { Conflict, NotFound } from "../kernel/errors";
import { type FieldRefusal, refuseField } from "../kernel/field-refusal";
import { recordAudit } from "../kernel/history";
import { transaction } from "../kernel/transaction";
import { writeHoldsOfProduct } from "../orders/holds/product-holds";
import { findVendor } from "./vendor";

const recorded = {
  name: true,
  description: true,
  price: true,
  cost: true,
  taxRate: true,
  requiredConfiguration: true,
  valueKinds: true,
  nonAutomatic: true,
  trialDays: true,
  trialMaxQuantity: true,
  provisioningDriver: true,
  driverSettings: true,
  active: true,
  vendor: { select: { name: true } },
} as const;

/**
 * Changes a product. Items of orders keep the price they have; what they need before execution and who provisions
 * them follows. @throws NotFound, Conflict
 */
export async function editProduct(
  ctx: Ctx,
  raw: unknown,
): Promise<Result<{ id: string }, FieldRefusal<"unknown_vendor" | "not_tried">>> {
  requirePermission(ctx, "product:save");
  const { id, version, ...parsed } = EditProductInput.parse(raw);
  const input = { ...parsed, valueKinds: kindsOf(parsed.requiredConfiguration, parsed.valueKinds) };

  return transaction(ctx, async (tx) => {
    const key = { organizationId_id: { organizationId: ctx.organizationId, id } };
    const stored = await tx.product.findUnique({
      where: key,
      select: { code: true, type: true, ...recorded },
    });
    if (!stored) throw new NotFound("product", id);
    if (input.trialDays !== null && stored.type !== "subscription") {
      return refuseField("not_tried", "trialDays", "Only a subscription can be tried.");
    }
    const vendor = await findVendor(tx, ctx, input.vendorId);
    if (!vendor.ok) return vendor;

    const { count } = await tx.product.updateMany({
      where: { id, version },
      data: { ...input, version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict(stored.name);
    if (asksDifferently(stored, input)) await writeHoldsOfProduct(tx, ctx, id);

    const { code, type: _, price, cost, taxRate, ...before } = stored;
    const { vendorId, ...after } = input;
    await recordAudit(tx, ctx, {
      event: "product_edited",
      subject: code,
      before: {
        ...before,
        price: price.toString(),
        cost: cost.toString(),
        taxRate: taxRate.toString(),
        vendor: stored.vendor?.name ?? null,
      },
      after: { ...after, vendor: vendor.value },
    });
    return ok({ id });
  });
}

type Asking = { nonAutomatic: boolean; requiredConfiguration: string[] };

/** Whether open orders may be held by something else than before. */
function asksDifferently(before: Asking, after: Asking): boolean {
  const asked = ({ nonAutomatic, requiredConfiguration }: Asking) =>
    JSON.stringify([nonAutomatic, requiredConfiguration]);
  return asked(before) !== asked(after);
}
