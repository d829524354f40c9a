import type { AfterPayment, MessageType } from "../messages/message";
import type { Gate } from "../order/holds/gates";
import type { NotDone } from "../order/holds/not-done";
import type { ProvisioningAction } from "../provisioning";
import type { ProvisioningFailure } from "../provisioning-failure";
import type { EventsOf } from "./events-of";

/** Counts the units of a product that an event is about. */
export type EventUnits = { product: string; quantity: number };

/** Describes a line of an order. Amounts and percentages are exact decimal text. */
export type EventItem = EventUnits & {
  unitPrice: string;
  discountPercent: string;
  taxRate?: string;
  configuration?: Record<string, string>;
};

type Status = { status: string };
type Edited = Partial<Status> & { name?: string; note?: string; billingTo?: string; items?: EventItem[] };
/** Keeps what customers paid for the order and it did not use, which is now credit of the account. Exact decimal text. */
type LeftOver = { released?: string };
type Provisioned = { item: string; action?: ProvisioningAction | null };

/** Says at which step of a Storefront order its execution was tried. */
export type NotExecutedSince = "placed" | "approved";

/** Says what each kind of event keeps of an order, before and after: docs/domain.md, section 2, "History". */
type Facts = {
  /** A basket begins with its account alone, a sub-order with the order that it is `of`. */
  "order.created": {
    after:
      | { account: string; name?: string; billingTo?: string; items?: EventItem[] }
      | { of: string; items: EventUnits[] };
  };
  /** The order was executed or canceled in another system. `ended` is a time, RFC 3339 in UTC. */
  "order.moved_in": {
    after: { account: string; name: string; billingTo: string; items: EventItem[]; ended: string };
  };
  "order.placed": { before: Status; after: Status & { items: EventItem[] } };
  "order.approved": { before: Status; after: Status };
  "order.edited": { before: Edited; after: Edited };
  "order.status_changed": { before: Edited; after: Edited };
  /** An administrator deleted the order's status from the list. */
  "order.status_replaced": { before: Status; after: Status };
  "order.delivered": { after: { subOrder: string; items: EventUnits[] } };
  /** Units of a cancelled sub-order go back to the primary. */
  "order.returned": { after: { subOrder: string; items: EventUnits[] } };
  "order.executed": {
    before: Status;
    after: Status &
      LeftOver & {
        invoice?: string;
        total?: string;
        items?: EventUnits[];
        /** Is a day, such as "2026-11-23". */
        startDate?: string;
        /** Lists the gates that a person overrode. */
        overridden?: readonly Gate[];
        /** Names the order whose execution executed this one too. */
        with?: string;
      };
  };
  /**
   * The order is not executed. `since` says that it was tried as the order was placed or approved; without a gate, somebody
   * outside is asked first.
   */
  "order.execution_refused": { after: { gates: readonly Gate[]; since?: NotExecutedSince } };
  "order.cancelled": {
    before: Status;
    after: Status &
      LeftOver & {
        /** Holds the label of the reason if only the rest of an executed order was cancelled. */
        remainderCancelled?: string;
        /** Holds what is not delivered any more, with its total including tax. */
        items?: EventUnits[];
        total?: string;
        with?: string;
      };
  };
  /** Days are calendar days of the customer's time zone. */
  "order.scheduled": { before: Status & { day?: string }; after: Status & { day: string; timeZone: string } };
  "order.execution_begun": { before: Status; after: Status & { attempts: number } };
  "order.repriced": {
    before: { total: string; items: EventItem[] };
    /** `day` is the day of execution that was chosen. */
    after: { total: string; items: EventItem[]; day?: string };
  };
  "order.schedule_failed": {
    before: Status;
    /** Is RFC 3339 in UTC, or null when the scheduler has stopped trying. */
    after: Status & {
      attempts: number;
      nextAttemptAt: string | null;
      /** Is the day of execution that was chosen. */
      day?: string;
      /** Older entries have it as their comment. */
      why?: NotDone;
    };
  };
  "order.reversed": {
    before: Status;
    after: Status &
      LeftOver & {
        creditNotes?: { number: string; invoice: string; total: string }[];
        items?: EventUnits[];
        with?: string;
      };
  };
  "order.paid": { after: { amount: string; reserved: boolean; next?: AfterPayment } };
  "order.payment_released": { after: Required<LeftOver> };
  "order.payment_reversed": { after: { amount: string } };
  /** The last day of a trial is near, and its product was not bought. */
  "order.trial_ending": { after: { item: string; quantity: number; endsOn: string } };
  "order.trial_ended": { after: { item: string; bought: boolean } };
  "order.message_resent": { after: { type: MessageType; address: string } };
  "order.provisioned": { before?: { provisioning: string }; after: Provisioned & { attempts?: number } };
  "order.provisioning_failed": {
    before?: { provisioning: string };
    after: Provisioned & {
      attempts?: number;
      /** Older entries have it as their comment. */
      why?: ProvisioningFailure;
    };
  };
  "order.provisioning_retried": {
    before?: { provisioning: string };
    after: Provisioned & {
      attempts?: number;
      /** Says that the vendor reported it set up after it was asked to take it down, so that it is asked once more. */
      setUpAfterAll?: true;
    };
  };
};

export type OrderEvent = EventsOf<Facts>;
export type OrderEventKind = OrderEvent["kind"];
