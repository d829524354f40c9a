import "server-only";
import { z } from "zod";
import { productTypes } from "@/lib/domain/product";
import type { Ctx } from "../../../kernel/ctx";
import { createProduct } from "../../../products/commands/create-product";
import { editProduct } from "../../../products/commands/edit-product";
import { getProduct, listProducts } from "../../../products/queries/products";
import { does } from "../does";
import type { Asked, Endpoint } from "../endpoint";
import { lists } from "../lists";
import { reads } from "../reads";
import { Created, Saved } from "../resources/done";
import { Product, ProductSummary, tellProduct, tellProductRow } from "../resources/product";

const tag = "Products";

/** Returns the whole input of an edit: what the caller sent, and what stays as it is. */
async function editedProduct(ctx: Ctx, { path, body }: Asked): Promise<Record<string, unknown>> {
  const now = await getProduct(ctx, path.code);
  const { name, description, price, cost, taxRate, requiredConfiguration, valueKinds } = now;
  const { nonAutomatic, provisioningDriver, driverSettings, trialDays, trialMaxQuantity, active } = now;
  return {
    ...{ name, description, price, cost, taxRate, requiredConfiguration, valueKinds },
    ...{ nonAutomatic, provisioningDriver, driverSettings, trialDays, trialMaxQuantity, active },
    vendorId: now.vendor?.id ?? null,
    ...body,
    id: now.id,
  };
}

export const productEndpoints: readonly Endpoint[] = [
  lists("/products", listProducts, {
    tag,
    summary: "Lists products",
    parameters: z.object({
      q: z.string().max(100).optional().describe("We search names and codes."),
      type: z.enum(productTypes).optional(),
      active: z.enum(["true", "false"]).optional(),
      sort: z.enum(["name", "-name", "code", "-code", "price", "-price"]).default("name"),
    }),
    row: ProductSummary,
    tell: tellProductRow,
  }),
  does("POST", "/products", createProduct, {
    tag,
    summary: "Creates a product",
    status: 201,
    answer: Created,
    tell: (product) => product,
    location: ({ code }) => `/products/${code}`,
  }),
  reads("/products/{code}", getProduct, {
    tag,
    summary: "Returns a product",
    input: ({ path }) => path.code,
    answer: Product,
    tell: tellProduct,
    version: ({ version }) => version,
  }),
  does("PATCH", "/products/{code}", editProduct, {
    tag,
    summary: "Changes a product; what the body leaves out stays",
    ifMatch: "needed",
    without: ["id"],
    input: editedProduct,
    answer: Saved,
    tell: (saved) => saved,
  }),
];
