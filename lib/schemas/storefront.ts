import { z } from "zod";
import { Id, listParameters, Seen, Version } from "./fields";
import { Configuration, OrderCode, Quantity } from "./orders";

/**
 * These schemas say what the Storefront's commands and lists take: docs/domain.md, section 5. No price ever comes from
 * the browser.
 */

export const AddToBasketInput = z
  .strictObject({
    productId: Id,
    quantity: Quantity.default(1),
    itemType: z.enum(["new", "trial", "quantity_change"]).default("new"),
    /** Names the subscription that a quantity change adds units to. */
    subscriptionId: Id.optional(),
    configuration: Configuration.default({}),
  })
  .refine((item) => (item.itemType === "quantity_change") === (item.subscriptionId !== undefined), {
    message: "A quantity change names the subscription that it changes, and nothing else does.",
    path: ["subscriptionId"],
  });
export type AddToBasketInput = z.input<typeof AddToBasketInput>;

/** What is left out stays as it is. */
export const ChangeBasketItemInput = z.strictObject({
  itemId: Id,
  quantity: Quantity.optional(),
  configuration: Configuration.optional(),
});
export type ChangeBasketItemInput = z.input<typeof ChangeBasketItemInput>;

/** Names what the order's page showed, since no other order is canceled or put off. */
export const AsSeen = { version: Version.optional(), seen: Seen.optional() };

export const PlaceOrderInput = z.strictObject({
  code: OrderCode,
  /**
   * Takes the version of the basket that the customer saw, and what it came to with tax. Any other basket is refused.
   */
  version: Version,
  total: z.string().regex(/^\d{1,15}(\.\d{1,4})?$/),
});
export type PlaceOrderInput = z.input<typeof PlaceOrderInput>;

export const ListApprovalsInput = z.object({
  /** Shows the orders that wait, unless all are asked for. */
  show: z.enum(["waiting", "all"]).catch("waiting").default("waiting"),
  cursor: listParameters.cursor,
  limit: listParameters.limit.catch(20).default(20),
});

export const ListCatalogueInput = z.object({
  ...listParameters,
  limit: listParameters.limit.catch(24).default(24),
});

export const ListOwnInput = z.object({
  cursor: listParameters.cursor,
  limit: listParameters.limit.catch(20).default(20),
});
