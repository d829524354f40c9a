import "server-only";
import { z } from "zod";
import { billingPeriods, periodFits, productTypes } from "@/lib/domain/product";
import { ok, refuse } from "@/lib/domain/values/result";
import { kindsOf } from "@/lib/domain/values/value-kind";
import { Id } from "@/lib/schemas/fields";
import {
  daysMessage,
  hasDays,
  hasUnits,
  namesVendor,
  ProductFields,
  unitsMessage,
  vendorMessage,
} from "@/lib/schemas/products";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { findVendor } from "../vendor";

export const CreateProductInput = z
  .strictObject({
    ...ProductFields,
    code: z
      .string("Enter a code.")
      .trim()
      .regex(
        /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/,
        "Use 1 to 40 letters, digits, dots, dashes and underscores.",
      ),
    type: z.enum(productTypes, "Choose a type from the list."),
    billingPeriod: z.enum(billingPeriods, "Choose a billing period from the list."),
  })
  .refine((product) => periodFits(product.type, product.billingPeriod), {
    message: "A subscription is billed per month or per year; everything else once.",
    path: ["billingPeriod"],
  })
  .refine(({ type, trialDays }) => trialDays === null || type === "subscription", {
    message: "Only a subscription can be tried.",
    path: ["trialDays"],
  })
  .refine(hasDays, daysMessage)
  .refine(hasUnits, unitsMessage)
  .refine(namesVendor, vendorMessage);

export type CreateProductInput = z.input<typeof CreateProductInput>;

/** Adds a product to what the organization sells. */
export const createProduct = command({
  name: "product.create",
  caller: staff("product:save"),
  input: CreateProductInput,
  output: z.object({ id: Id, code: z.string() }),
  refusals: refusals("code_taken", "unknown_vendor"),
  taken: ({ code }) => refuse({ reason: "code_taken", code, path: "code" }),
  async run({ tx, ctx }, parsed) {
    const input = { ...parsed, valueKinds: kindsOf(parsed.requiredConfiguration, parsed.valueKinds) };
    const vendor = await findVendor(tx, ctx, input.vendorId);
    if (!vendor.ok) return vendor;
    const product = await tx.product.create({
      data: { organizationId: ctx.organizationId, ...input },
      select: { id: true, code: true },
    });
    const { code, driverSettings, vendorId, ...after } = input;
    await record(tx, ctx, [
      {
        kind: "product.created",
        subject: code,
        after: { ...after, vendor: vendor.value },
      },
    ]);
    return ok(product);
  },
});
