import type { EventCursorRefusal } from "../events/event-cursor-refusal";
import type { OrderRefusal } from "../order/holds/refusal";
import type { FillInRefusal } from "../order/moves/fill-in";
import type { SaveStatusesRefusal } from "../order-status/saving/save";
import type { CallbackRefusal } from "../refusing/callback-refusal";
import type { FieldRefusal } from "../refusing/field-refusal";
import type { ApprovalRefusal } from "../storefront/approval";
import type { BasketRefusal } from "../storefront/basket";
import type { CheckoutRefusal } from "../storefront/checkout";
import type { PaymentRefusal } from "../storefront/payment";

/**
 * Lists every reason for which a command may refuse, by its code. A code means one thing and stays what it is, since
 * programs outside rely on it. A refusal holds data, and `tellRefusal` has its words.
 */
export type Refusal =
  | OrderRefusal
  | FieldRefusal
  | FillInRefusal
  | SaveStatusesRefusal
  | BasketRefusal
  | CheckoutRefusal
  | ApprovalRefusal
  | PaymentRefusal
  | CallbackRefusal
  | EventCursorRefusal;

/** Gives the refusals of these codes. */
export type Refused<Code extends Refusal["reason"]> = Extract<Refusal, { reason: Code }>;
