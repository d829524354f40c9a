import type { Gate } from "../order/gates";
import type { ProvisioningAction } from "../provisioning";

/** How many units of a product an event is about. */
export type EventUnits = { product: string; quantity: number };

/** A line of an order as it was or is. Amounts and percentages are exact decimal text. */
export type EventItem = EventUnits & {
  unitPrice?: string;
  discountPercent?: string;
  taxRate?: string;
  configuration?: Record<string, string>;
};

type Status = { status: string };
type Edited = Partial<Status> & { name?: string; note?: string; billingTo?: string; items?: EventItem[] };
/** What was paid for the order, was not used and is credit of the account since. Exact decimal text. */
type LeftOver = { released?: string };
type Provisioned = { item: string; action?: ProvisioningAction | null };

/**
 * What each kind of event of an order keeps, before and after. An event holds data and never a sentence, but for what a
 * person or another system has said. See docs/domain.md, section 2, "History".
 */
type Facts = {
  /** A basket begins with its account alone, a sub-order with the order that it is `of`. */
  created: {
    after:
      | { account: string; name?: string; billingTo?: string; items?: EventItem[] }
      | { of: string; items: EventUnits[] };
  };
  placed: { before: Status; after: Status & { items: EventItem[] } };
  approved: { before: Status; after: Status };
  edited: { before: Edited; after: Edited };
  status_changed: { before: Edited; after: Edited };
  /** The order's status was deleted from the list. */
  status_replaced: { before: Status; after: Status };
  delivered: { after: { subOrder: string; items: EventUnits[] } };
  /** Units of a cancelled sub-order are the primary's again. */
  returned: { after: { subOrder: string; items: EventUnits[] } };
  executed: {
    before: Status;
    after: Status &
      LeftOver & {
        invoice?: string;
        total?: string;
        /** A day. */
        startDate?: string;
        /** Gates that somebody let pass. */
        overridden?: readonly Gate[];
        /** The order whose execution executed this one too. */
        with?: string;
      };
  };
  execution_refused: { after: { gates: readonly Gate[] } };
  cancelled: {
    before: Status;
    after: Status &
      LeftOver & {
        /** The reason's label, where only what was left of an executed order was cancelled. */
        remainderCancelled?: string;
        with?: string;
      };
  };
  /** Days are calendar days of the customer's time zone. */
  scheduled: { before: Status & { day?: string }; after: Status & { day: string; timeZone: string } };
  execution_begun: { before: Status; after: Status & { attempts: number } };
  repriced: {
    before: { total: string; items: EventItem[] };
    after: { total: string; items: EventItem[] };
  };
  schedule_failed: {
    before: Status;
    /** RFC 3339, UTC; null when the scheduler has stopped trying. */
    after: Status & { attempts: number; nextAttemptAt: string | null };
  };
  reversed: {
    before: Status;
    after: Status &
      LeftOver & { creditNotes?: { number: string; invoice: string; total: string }[]; with?: string };
  };
  paid: { after: { amount: string; reserved: boolean } };
  payment_released: { after: Required<LeftOver> };
  payment_reversed: { after: { amount: string } };
  trial_ended: { after: { item: string; bought: boolean } };
  message_resent: { after: { subject: string; address: string } };
  provisioned: { before?: { provisioning: string }; after: Provisioned & { attempts?: number } };
  provisioning_failed: { before?: { provisioning: string }; after: Provisioned & { attempts?: number } };
  provisioning_retried: { before?: { provisioning: string }; after: Provisioned & { attempts?: number } };
};

export type OrderEventKind = keyof Facts;

/** Something that happened to an order: one union for who records it and who tells it. */
export type OrderEvent = {
  [Kind in OrderEventKind]: { event: Kind } & ("before" extends keyof Facts[Kind]
    ? Facts[Kind]
    : Facts[Kind] & { before?: undefined });
}[OrderEventKind];
