import { z } from "zod";
import { Id, listParameters, Seen, Version } from "./fields";
import { Comment, Configuration, Day, OrderCode, Quantity } from "./orders";

/** What the Storefront's commands and lists take: docs/domain.md, section 5. No price ever comes from the browser. */

export const AddToBasketInput = z
  .strictObject({
    productId: Id,
    quantity: Quantity.default(1),
    itemType: z.enum(["new", "trial", "quantity_change"]).default("new"),
    /** The subscription that a quantity change adds units to. */
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
  /** Everything, when left out. */
  itemId: Id.optional(),
});
export type RemoveFromBasketInput = z.input<typeof RemoveFromBasketInput>;

export const ChooseExecutionDateInput = z.strictObject({
  /** Without one, the basket is executed when it is placed. */
  day: Day.nullable(),
});
export type ChooseExecutionDateInput = z.input<typeof ChooseExecutionDateInput>;

/** Values that an order waits for, by the item of the primary order. */
export const FillInValuesInput = z.strictObject({
  code: OrderCode,
  items: z
    .array(z.strictObject({ itemId: Id, values: Configuration }))
    .min(1)
    .max(500),
});
export type FillInValuesInput = z.input<typeof FillInValuesInput>;

/** What the order's page showed; another one is neither canceled nor put off. */
const AsSeen = { version: Version.optional(), seen: Seen.optional() };

export const RescheduleOrderInput = z.strictObject({ code: OrderCode, day: Day, ...AsSeen });
export type RescheduleOrderInput = z.input<typeof RescheduleOrderInput>;

export const CancelOwnOrderInput = z.strictObject({ code: OrderCode, ...AsSeen });
export type CancelOwnOrderInput = z.input<typeof CancelOwnOrderInput>;

export const PlaceOrderInput = z.strictObject({
  code: OrderCode,
  /** Of the basket that the customer saw, and what it came to with tax: another one is not ordered. */
  version: Version,
  total: z.string().regex(/^\d{1,15}(\.\d{1,4})?$/),
});
export type PlaceOrderInput = z.input<typeof PlaceOrderInput>;

/** What the approver saw: the order in that version, at that total with tax. Anything else is not approved. */
export const ApproveOrderInput = z.strictObject({
  code: OrderCode,
  version: Version,
  total: z.string().regex(/^\d{1,15}(\.\d{1,4})?$/),
  comment: Comment.default(""),
});
export type ApproveOrderInput = z.input<typeof ApproveOrderInput>;

/** Of cancelling; the customer reads the comment. */
export const DecideOrderInput = z.strictObject({ code: OrderCode, comment: Comment.default("") });
export type DecideOrderInput = z.input<typeof DecideOrderInput>;

export const ListApprovalsInput = z.object({
  /** Those that wait, unless all are asked for. */
  show: z.enum(["waiting", "all"]).catch("waiting").default("waiting"),
  cursor: listParameters.cursor,
  limit: listParameters.limit.catch(20).default(20),
});

/** The order that credit is missing for: the basket, or one that waits. How much that is, the server knows. */
export const StartPaymentInput = z.strictObject({ code: OrderCode });
export type StartPaymentInput = z.input<typeof StartPaymentInput>;

/** An invoice of the account; how much of it is outstanding, the server knows. */
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
