import type { Gate } from "../order/holds/gates";
import type { ProvisioningAction } from "../provisioning";

/** Counts the units of a product that an event is about. */
export type EventUnits = { product: string; quantity: number };

/** Describes a line of an order. Amounts and percentages are exact decimal text. */
export type EventItem = EventUnits & {
  unitPrice?: string;
  discountPercent?: string;
  taxRate?: string;
  configuration?: Record<string, string>;
};

type Status = { status: string };
type Edited = Partial<Status> & { name?: string; note?: string; billingTo?: string; items?: EventItem[] };
/** Keeps what customers paid for the order and it did not use, which is now credit of the account. Exact decimal text. */
type LeftOver = { released?: string };
type Provisioned = { item: string; action?: ProvisioningAction | null };

/**
 * Says what each kind of event keeps of an order, before and after. An event keeps data. It keeps a sentence only if a
 * person or another system said it. See docs/domain.md, section 2, "History".
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
  /** An administrator deleted the order's status from the list. */
  status_replaced: { before: Status; after: Status };
  delivered: { after: { subOrder: string; items: EventUnits[] } };
  /** Units of a cancelled sub-order go back to the primary. */
  returned: { after: { subOrder: string; items: EventUnits[] } };
  executed: {
    before: Status;
    after: Status &
      LeftOver & {
        invoice?: string;
        total?: string;
        /** Is a day, such as "2026-11-23". */
        startDate?: string;
        /** Lists the gates that a person overrode. */
        overridden?: readonly Gate[];
        /** Names the order whose execution executed this one too. */
        with?: string;
      };
  };
  execution_refused: { after: { gates: readonly Gate[] } };
  cancelled: {
    before: Status;
    after: Status &
      LeftOver & {
        /** Holds the label of the reason if only the rest of an executed order was cancelled. */
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
    /** Is RFC 3339 in UTC, or null when the scheduler has stopped trying. */
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

/** Describes something that happened to an order, for the code that records it and the page that tells it. */
export type OrderEvent = {
  [Kind in OrderEventKind]: { event: Kind } & ("before" extends keyof Facts[Kind]
    ? Facts[Kind]
    : Facts[Kind] & { before?: undefined });
}[OrderEventKind];
