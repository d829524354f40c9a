import "server-only";
import { z } from "zod";
import { Code } from "@/lib/schemas/fields";
import { getAccount } from "../../accounts/queries/accounts";
import type { Ctx } from "../../kernel/ctx";
import { NotFound } from "../../kernel/errors";
import { getProduct } from "../../products/queries/products";
import { ProblemError } from "../rest/problem";

const Characteristic = z.looseObject({
  name: z.string().max(80),
  value: z.union([z.string(), z.number(), z.boolean()]),
});

const NewItem = z.looseObject({
  action: z.literal("add", "We take new products. Change a subscription through /api/v1."),
  quantity: z.number().int().min(1).max(1_000_000).default(1),
  productOffering: z.looseObject({ id: Code }),
  product: z.looseObject({ productCharacteristic: z.array(Characteristic).max(50).default([]) }).optional(),
});

/** Says what a new order of TMF622 needs. What it has beside that is left unread, as the standard allows. */
const NewProductOrder = z.looseObject({
  description: z.string().max(2000).default(""),
  relatedParty: z
    .array(z.looseObject({ id: Code, role: z.string().optional() }))
    .min(1, "Name the customer who orders.")
    .max(20),
  productOrderItem: z.array(NewItem).min(1, "Order at least one product.").max(200),
});

/** Returns the body with which the API creates the order. @throws ZodError, ProblemError */
export async function newOrderOf(ctx: Ctx, sent: unknown): Promise<Record<string, unknown>> {
  const { description, relatedParty, productOrderItem } = NewProductOrder.parse(sent);
  const party = relatedParty.findIndex(({ role }) => role?.toLowerCase() === "customer");
  const customer = relatedParty[Math.max(0, party)];
  const codes = [...new Set(productOrderItem.map(({ productOffering }) => productOffering.id))];
  const [account, products] = await Promise.all([
    named(getAccount(ctx, customer?.id ?? ""), `/relatedParty/${Math.max(0, party)}/id`),
    Promise.all(
      codes.map(async (code) => {
        const at = productOrderItem.findIndex(({ productOffering }) => productOffering.id === code);
        return [
          code,
          await named(getProduct(ctx, code), `/productOrderItem/${at}/productOffering/id`),
        ] as const;
      }),
    ),
  ]);
  const productOf = new Map(products);
  return {
    accountId: account.id,
    ...(description && { note: description }),
    items: productOrderItem.map(({ quantity, productOffering, product }) => ({
      productId: productOf.get(productOffering.id)?.id,
      quantity,
      configuration: Object.fromEntries(
        (product?.productCharacteristic ?? []).map(({ name, value }) => [name, String(value)]),
      ),
    })),
  };
}

/** Says at which field of the body something is named that does not exist. */
async function named<Value>(found: Promise<Value>, pointer: string): Promise<Value> {
  try {
    return await found;
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw new ProblemError("invalid_body", undefined, [{ pointer, detail: error.message }]);
  }
}
