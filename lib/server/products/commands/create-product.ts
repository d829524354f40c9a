import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { kindsOf } from "@/lib/domain/values/value-kind";
import { Id } from "@/lib/schemas/fields";
import { CreateProductInput } from "@/lib/schemas/products";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { findVendor } from "../vendor";

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
