import { toldHolds } from "../messages/holds";
import type { MessageFacts, MessageType } from "../messages/message";
import type { Gate } from "../order/holds/gates";
import { reasonOf } from "../order/holds/reason";
import { amount, sum } from "../values/money";
import type { OrderEvent, OrderEventKind } from "./order-event";

/** Names who is told: the order's account, its reseller, or the people in BSS who run orders. */
export type Addressee = "account" | "reseller" | "staff";

/** Holds what a message says besides the order itself. */
export type Said = Partial<Omit<MessageFacts, "order" | "account" | "organization" | "currency" | "url">>;

export type Message = { to: Addressee; type: MessageType; says: Said };

/** Holds what a message depends on besides the event. */
export type About = {
  accountId: string;
  /** Names the account that is invoiced. */
  billingToId: string;
  isPrimary: boolean;
  /** Tells whether customers can pay on the order's page. */
  payable: boolean;
  locale: string;
  comment: string | undefined;
};

type EventOf<Kind extends OrderEventKind> = Extract<OrderEvent, { kind: Kind }>;
type Rules = { [Kind in OrderEventKind]?: (event: EventOf<Kind>, about: About) => Message[] };

/** Says which messages follow from an event of an order: docs/domain.md, section 5, "Messages". */
const rules = {
  "order.execution_refused": ({ after: { since, gates } }, about) => {
    if (!since) return [];
    const missing = creditMissing(gates, about);
    if (missing) return [toAccount("submitted_without_credit", missing)];
    if (since === "approved") return [];
    const confirmed = toAccount("confirmation", { holds: toldHolds(gates, about.accountId) });
    const approver = gates.some(({ gate }) => gate === "approval");
    return approver ? [confirmed, { to: "reseller", type: "approval_wanted", says: {} }] : [confirmed];
  },

  "order.approved": (_, { comment }) => [toAccount("approved", { reason: comment })],

  "order.scheduled": ({ after: { day } }) => [toAccount("scheduled", { day })],

  "order.schedule_failed": ({ after: { attempts, nextAttemptAt, day, why } }, about) => {
    const retried = nextAttemptAt !== null;
    // The attempts in between say nothing new.
    if (!why || (attempts > 1 && retried)) return [];
    const gates = why.reason === "held" ? why.gates : [];
    const holds = toldHolds(gates, about.accountId);
    const told = { day, retried };
    // The full reason may reveal another account's credit, so the customer is told the holds alone.
    return [
      toAccount("schedule_failed", { ...told, holds, ...creditMissing(gates, about) }),
      { to: "staff", type: "schedule_failed", says: { ...told, reason: reasonOf(why, about.locale) } },
    ];
  },

  "order.repriced": ({ before, after: { day, total } }) =>
    day ? [toAccount("price_changed", { day, totalBefore: before.total, total })] : [],

  "order.executed": ({ after: { items, total, invoice } }) =>
    items ? [toAccount("executed", { lines: items, total, invoice })] : [],

  // The units of a cancelled sub-order go back to its primary, so nothing has changed for the customer.
  "order.cancelled": ({ after: { items, total } }, { isPrimary, comment }) =>
    items && isPrimary ? [toAccount("cancelled", { lines: items, total, reason: comment })] : [],

  "order.reversed": ({ after: { items, creditNotes, released } }, { accountId, billingToId, comment }) =>
    items && creditNotes
      ? [
          toAccount("reversed", {
            lines: items,
            total: sum(creditNotes.map(({ total }) => amount(total))).toFixed(),
            creditNotes: creditNotes.map(({ number }) => number),
            released: billingToId === accountId ? released : undefined,
            reason: comment,
          }),
        ]
      : [],

  "order.paid": ({ after: { amount: paid, next } }) =>
    next ? [toAccount("payment_received", { paid, next })] : [],

  "order.trial_ending": ({ after: { item, quantity, endsOn } }) => [
    toAccount("trial_ends", { day: endsOn, lines: [{ quantity, product: item }], total: "0" }),
  ],
} satisfies Rules;

/** Names the events from which messages follow, so that nothing records one without them. */
export type TellingKind = keyof typeof rules;

/** Returns the messages that follow from an event of an order. */
export function messagesOf(event: OrderEvent, about: About): Message[] {
  const rule = (rules as Rules)[event.kind] as ((event: OrderEvent, about: About) => Message[]) | undefined;
  return rule ? rule(event, about) : [];
}

function toAccount(type: MessageType, says: { [Name in keyof Said]: Said[Name] | undefined }): Message {
  const known = Object.entries(says).filter(([, value]) => value !== undefined);
  return { to: "account", type, says: Object.fromEntries(known) };
}

/** Returns what is missing in credit and whether the customer can pay it now, or undefined where credit holds nothing. */
function creditMissing(
  gates: readonly Gate[],
  { accountId, payable }: About,
): Pick<Said, "missing" | "payable"> | undefined {
  const holds = toldHolds(gates, accountId);
  const credit = holds.find(({ gate }) => gate === "credit");
  if (!credit) return undefined;
  // Nobody is asked for money while an inactive account holds the order anyway.
  const inactive = holds.some(({ gate }) => gate === "inactive_account");
  const alone = holds.every(({ gate }) => gate === "credit");
  return { missing: (!inactive && credit.missing) || null, payable: payable && alone };
}
