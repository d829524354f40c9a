import { z } from "zod";
import { Id, listParameters, Seen, Version } from "./fields";
import { Comment, Configuration, Day, OrderCode, Quantity } from "./orders";

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

export const RemoveFromBasketInput = z.strictObject({
  /** Left out, everything goes. */
  itemId: Id.optional(),
});
export type RemoveFromBasketInput = z.input<typeof RemoveFromBasketInput>;

export const ChooseExecutionDateInput = z.strictObject({
  /** Without a day, the basket is executed when it is placed. */
  day: Day.nullable(),
});
export type ChooseExecutionDateInput = z.input<typeof ChooseExecutionDateInput>;

/** Takes values that an order waits for, by the item of the primary order. */
export const FillInValuesInput = z.strictObject({
  code: OrderCode,
  items: z
    .array(z.strictObject({ itemId: Id, values: Configuration }))
    .min(1)
    .max(500),
});
export type FillInValuesInput = z.input<typeof FillInValuesInput>;

/** Names what the order's page showed, since no other order is canceled or put off. */
const AsSeen = { version: Version.optional(), seen: Seen.optional() };

export const RescheduleOrderInput = z.strictObject({ code: OrderCode, day: Day, ...AsSeen });
export type RescheduleOrderInput = z.input<typeof RescheduleOrderInput>;

export const CancelOwnOrderInput = z.strictObject({ code: OrderCode, ...AsSeen });
export type CancelOwnOrderInput = z.input<typeof CancelOwnOrderInput>;

export const PlaceOrderInput = z.strictObject({
  code: OrderCode,
  /**
   * Takes the version of the basket that the customer saw, and what it came to with tax. Any other basket is refused.
   */
  version: Version,
  total: z.string().regex(/^\d{1,15}(\.\d{1,4})?$/),
});
export type PlaceOrderInput = z.input<typeof PlaceOrderInput>;

/** Takes what the approver saw: the order in that version, at that total with tax. Anything else is refused. */
export const ApproveOrderInput = z.strictObject({
  code: OrderCode,
  version: Version,
  total: z.string().regex(/^\d{1,15}(\.\d{1,4})?$/),
  comment: Comment.default(""),
});
export type ApproveOrderInput = z.input<typeof ApproveOrderInput>;

/** Takes the comment of a cancellation, which the customer reads. */
export const DecideOrderInput = z.strictObject({ code: OrderCode, comment: Comment.default("") });
export type DecideOrderInput = z.input<typeof DecideOrderInput>;

export const ListApprovalsInput = z.object({
  /** Shows the orders that wait, unless all are asked for. */
  show: z.enum(["waiting", "all"]).catch("waiting").default("waiting"),
  cursor: listParameters.cursor,
  limit: listParameters.limit.catch(20).default(20),
});

/** Names the order that lacks credit: the basket, or one that waits. The server knows how much is missing. */
export const StartPaymentInput = z.strictObject({ code: OrderCode });
export type StartPaymentInput = z.input<typeof StartPaymentInput>;

/** Names an invoice of the account. The server knows how much of it is outstanding. */
export const PayInvoiceInput = z.strictObject({ number: z.string().regex(/^[A-Z0-9-]{1,40}$/) });
export type PayInvoiceInput = z.input<typeof PayInvoiceInput>;

export const AnswerSimulatedInput = z.strictObject({ id: Id, answer: z.enum(["paid", "failed"]) });
export type AnswerSimulatedInput = z.input<typeof AnswerSimulatedInput>;

export const ListCatalogueInput = z.object({
  ...listParameters,
  limit: listParameters.limit.catch(24).default(24),
});

export const ListOwnInput = z.object({
  cursor: listParameters.cursor,
  limit: listParameters.limit.catch(20).default(20),
});
