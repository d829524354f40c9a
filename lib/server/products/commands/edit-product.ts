import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { kindsOf } from "@/lib/domain/values/value-kind";
import { Id, Version } from "@/lib/schemas/fields";
import {
  DriverSettings,
  daysMessage,
  hasDays,
  hasUnits,
  namesVendor,
  ProductFields,
  unitsMessage,
  ValueKinds,
  vendorMessage,
} from "@/lib/schemas/products";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { Conflict, NotFound } from "../../kernel/errors";
import { record } from "../../kernel/record";
import { writeHoldsOfProduct } from "../../orders/holds/product-holds";
import { findVendor } from "../vendor";

/** Takes no type or billing period, because orders and subscriptions were created with them. */
export const EditProductInput = z
  .strictObject({ ...ProductFields, id: Id, version: Version, active: z.boolean() })
  .refine(hasDays, daysMessage)
  .refine(hasUnits, unitsMessage)
  .refine(namesVendor, vendorMessage);

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
 * Changes a product. Items of orders keep their price, but not what they need before execution or how they are
 * provisioned. @throws NotFound, Conflict
 */
export const editProduct = command({
  name: "product.edit",
  caller: staff("product:save"),
  input: EditProductInput,
  output: z.object({ id: Id }),
  refusals: refusals("unknown_vendor", "only_subscriptions_are_tried"),
  async run({ tx, ctx }, { id, version, ...parsed }) {
    const input = { ...parsed, valueKinds: kindsOf(parsed.requiredConfiguration, parsed.valueKinds) };
    const key = { organizationId_id: { organizationId: ctx.organizationId, id } };
    const stored = await tx.product.findUnique({
      where: key,
      select: { code: true, type: true, ...recorded },
    });
    if (!stored) throw new NotFound("product", id);
    if (input.trialDays !== null && stored.type !== "subscription") {
      return refuse({ reason: "only_subscriptions_are_tried", path: "trialDays" });
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
    await record(tx, ctx, [
      {
        kind: "product.edited",
        subject: code,
        before: {
          ...before,
          price: price.toString(),
          cost: cost.toString(),
          taxRate: taxRate.toString(),
          valueKinds: ValueKinds.parse(before.valueKinds),
          driverSettings: DriverSettings.parse(before.driverSettings),
          vendor: stored.vendor?.name ?? null,
        },
        after: { ...after, vendor: vendor.value },
      },
    ]);
    return ok({ id });
  },
});

type Asking = { nonAutomatic: boolean; requiredConfiguration: string[] };

/** Tells whether the change can alter what holds open orders. */
function asksDifferently(before: Asking, after: Asking): boolean {
  const asked = ({ nonAutomatic, requiredConfiguration }: Asking) =>
    JSON.stringify([nonAutomatic, requiredConfiguration]);
  return asked(before) !== asked(after);
}
