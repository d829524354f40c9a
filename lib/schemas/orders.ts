import { z } from "zod";
import { firstDay, lastDay } from "@/lib/domain/values/day";
import { AmountText, Id, line, lines, PercentText, Seen, Version } from "./fields";

/** Forms, actions and the API share what the order commands take: docs/domain.md, section 2. */

/** Takes a code as it stands in the address: "1042" or "1042-1". */
export const OrderCode = z
  .string()
  .regex(/^[0-9]{1,18}(-[0-9]{1,6})?$/, "An order code looks like 1042 or 1042-1.");

const quantityRange = { min: 1, max: 1_000_000 } as const;

export const Quantity = z
  .number("Enter a whole number.")
  .int("Enter a whole number.")
  .min(quantityRange.min, "Enter at least 1.")
  .max(quantityRange.max, "Enter at most 1,000,000.");

/** Takes a calendar day, such as "2026-11-23". A mistyped year is no date. */
export const Day = z.iso
  .date("Enter a date.")
  .refine((day) => day >= firstDay && day <= lastDay, "Enter a date from 2000 to 2100.");

export const Comment = lines(2000);

const maxValues = 50;

/** Takes the values of an item by their names. */
export const Configuration = z
  .record(
    z
      .string()
      .max(80)
      .regex(/^[^\p{Cc}\p{Cs}]*$/u),
    line("a value", 200, 0),
  )
  .refine((values) => Object.keys(values).length <= maxValues, `Use at most ${maxValues} values.`);

const ItemFields = {
  productId: Id,
  quantity: Quantity,
  /** Blank takes the product's price. */
  unitPrice: AmountText.optional(),
  discountPercent: PercentText.default("0"),
  itemType: z.enum(["new", "trial", "quantity_change"]).default("new"),
  /** Names the subscription that a quantity change adds units to. */
  subscriptionId: Id.optional(),
  configuration: Configuration.default({}),
};

const namesSubscription = (item: { itemType: string; subscriptionId?: string | undefined }) =>
  (item.itemType === "quantity_change") === (item.subscriptionId !== undefined);
const subscriptionMessage = {
  message: "A quantity change names the subscription that it changes, and nothing else does.",
  path: ["subscriptionId"],
};

const NewItem = z.strictObject(ItemFields).refine(namesSubscription, subscriptionMessage);
/** Takes an item of an edited order, with its id if it was there before. */
export const EditedItem = z
  .strictObject({ id: Id.optional(), ...ItemFields })
  .refine(namesSubscription, subscriptionMessage);

export const maxItems = 500;
const OrderFields = {
  accountId: Id,
  /** Blank is the account that pays for the account by default. */
  billingToId: Id.optional(),
  /** Blank becomes account name and code. */
  name: line("a name", 160, 0).default(""),
  note: Comment.default(""),
  orderDate: z.iso
    .datetime({ offset: true })
    .refine((time) => time >= firstDay && time <= lastDay, "Enter a date from 2000 to 2100.")
    .optional(),
};

export const CreateOrderInput = z.strictObject({
  ...OrderFields,
  /** Blank is Submitted. A status of Type Automatic Execute saves and executes. */
  statusId: Id.optional(),
  items: z
    .array(NewItem)
    .min(1, "Add at least one product.")
    .max(maxItems, `An order has at most ${maxItems} items.`),
});
export type CreateOrderInput = z.input<typeof CreateOrderInput>;

/** Names what was shown of what the command will do, besides the version, since totals and credit change without it. */
export const Shown = { seen: Seen.optional() };

const ExecutionTerms = {
  /** Takes the start date of subscriptions, 31 days back to 366 days ahead. Blank is the organization's today. */
  startDate: Day.optional(),
  /** Executes although credit is missing, which needs a permission of its own. */
  overrideCredit: z.strictObject({ reason: line("a reason", 500) }).optional(),
};

export const EditOrderInput = z.strictObject({
  code: OrderCode,
  version: Version,
  ...Shown,
  billingToId: Id.optional(),
  name: OrderFields.name,
  note: OrderFields.note,
  /**
   * Takes any status that a user may set. One of Type Automatic Execute executes the edited order, one of Type
   * Cancelled cancels it.
   */
  statusId: Id.optional(),
  /** An execution that the status asks for takes the same as `ExecuteOrderInput`. */
  ...ExecutionTerms,
  /** Goes to the history of a cancellation or execution. The customer reads it in a cancellation. */
  comment: Comment.default(""),
  items: z
    .array(EditedItem)
    .min(1, "An order keeps at least one product.")
    .max(maxItems, `An order has at most ${maxItems} items.`),
});
export type EditOrderInput = z.input<typeof EditOrderInput>;

export const SeenOrder = {
  code: OrderCode,
  /** Takes the version of the order that the person saw, and is missing if nobody looked. */
  version: Version.optional(),
};

export const ExecuteOrderInput = z.strictObject({
  ...SeenOrder,
  ...Shown,
  ...ExecutionTerms,
  /** Takes a status of Type Automatic Execute that a user may set. Blank is the one with the lowest No. */
  statusId: Id.optional(),
  /** Goes to the history. */
  comment: Comment.optional(),
});
export type ExecuteOrderInput = z.input<typeof ExecuteOrderInput>;

export const CancelOrderInput = z.strictObject({
  ...SeenOrder,
  ...Shown,
  /** Takes the reason: a status of Type Cancelled that a user may set. Blank is the one with the lowest No. */
  statusId: Id.optional(),
  comment: Comment.default(""),
});
export type CancelOrderInput = z.input<typeof CancelOrderInput>;

export const SetOrderStatusInput = z.strictObject({
  ...SeenOrder,
  statusId: Id,
  comment: Comment.default(""),
});
export type SetOrderStatusInput = z.input<typeof SetOrderStatusInput>;
