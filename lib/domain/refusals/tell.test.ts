import { describe, expect, test } from "vitest";
import { fieldWords } from "../refusing/field-words";
import { say } from "../refusing/words";
import type { Shown } from "../seen";
import type { Refusal, Refused } from "./refusal";
import { tellRefusal } from "./tell";

const at = { path: "" };
const list = { version: 1, statuses: [] };
const now: Shown = { seen: "", currency: "EUR", facts: [] };
const days = { first: "2026-11-01", last: "2026-11-30" };

/** Holds an example of each refusal: the compiler asks for one as soon as there is a new code. */
const examples: { [Code in Refusal["reason"]]: Omit<Refused<Code>, "reason"> } = {
  key_reused: {},
  changed_since_seen: { now },
  already_executed: {},
  already_cancelled: {},
  customers_draft: {},
  waits_for_approval: {},
  scheduler_has_it: {},
  not_with_scheduler: {},
  not_scheduled: {},
  resellers_customer: {},
  partly_executed: {},
  not_schedulable: { items: [{ itemId: "1", description: "Backup", why: "trial" }] },
  priced_on_the_day: { products: ["Backup", "Email"] },
  day_out_of_range: days,
  held: { gates: [{ gate: "inactive_account", accounts: [{ id: "1", name: "Acme", as: "account" }] }] },
  unanswered: { questions: { vendors: [], credit: null } },
  sub_order_of_sub_order: {},
  unknown_item: {},
  quantity_not_left: { items: [{ itemId: "1", description: "Backup", asked: 1200, left: 3 }] },
  delivery_started: {},
  status_not_allowed: {},
  not_executed: {},
  already_reversed: {},
  executed_together: { code: "1021", invoice: "INV-1001" },
  changed_since: { subscriptions: [{ description: "Backup", orders: ["1022"] }] },
  invalid_input: { problems: [{ reason: "not_sold", path: "items.0.productId" }] },
  unknown_account: at,
  inactive_account: at,
  no_reseller: at,
  unknown_reseller: at,
  unknown_billing_to: at,
  other_payer: at,
  decides_credit: at,
  orders_wait: { order: "1021", ...at },
  has_customers: { customer: "Acme", ...at },
  name_used: { earlier: { id: "1", code: "A-1001" }, path: "name" },
  not_a_users_status: at,
  not_sold: at,
  only_subscriptions_are_tried: at,
  no_trial: at,
  trial_too_large: { most: 1500, ...at },
  no_such_subscription: at,
  value_missing: at,
  value_not_of_its_kind: { kind: "domain_name", ...at },
  order_too_large: at,
  date_out_of_range: { date: "start", ...days, ...at },
  code_taken: { code: "BKP", ...at },
  too_many_decimals: { currency: "EUR", most: 2, ...at },
  unknown_invoice: at,
  more_than_outstanding: { number: "INV-1001", outstanding: "12.50", currency: "EUR", ...at },
  more_than_paid: at,
  reference_used: {
    earlier: { id: "1", account: "Acme", amount: "5.00", currency: "EUR", receivedOn: "2026-11-20" },
    path: "reference",
  },
  not_reserved: at,
  payment_already_reversed: at,
  endpoint_not_allowed: { why: "not_https", ...at },
  unknown_vendor: at,
  vendor_name_taken: { name: "Acme Cloud", ...at },
  webhook_name_taken: { name: "Acme Cloud", ...at },
  organization_name_taken: { name: "Acme", ...at },
  email_taken: at,
  own_user: at,
  last_administrator: { name: "Ada", ...at },
  no_picture: { why: { is: "too_large", width: 4000, height: 10 }, ...at },
  nothing_selected: at,
  too_many_selected: { most: 10_000, ...at },
  run_ended: at,
  nothing_to_retry: at,
  on_its_way: at,
  no_address: at,
  withdrawn: at,
  not_manual: at,
  wrong_state: { state: "provisioned", ...at },
  not_asked: {},
  filled_in: { name: "Domain", value: "a.example" },
  statuses_changed: { conflicts: [], list },
  statuses_invalid: { problems: [], list },
  needs_confirmation: { rows: [], list },
  does_not_mix: { product: "Backup", nonAutomatic: true },
  too_many_items: {},
  too_many_units: { product: "Backup" },
  basket_too_large: {},
  trial_had: { product: "Backup" },
  trial_limits: { product: "Backup", offer: null },
  not_in_basket: {},
  buyer_inactive: {},
  basket_empty: {},
  basket_changed: {},
  not_on_that_day: { refusal: { reason: "day_out_of_range", ...days } },
  not_sold_any_more: { products: ["Backup"] },
  price_changed: { was: "10.00", now: "12.00", currency: "EUR" },
  not_waiting: { status: "Submitted", decided: { what: "cancelled", by: "Ada" } },
  order_changed: { was: "10.00", now: "12.00", currency: "EUR", lines: [] },
  reseller_inactive: {},
  nothing_missing: {},
  invoice_paid: {},
  not_payer: { payer: "Acme" },
  payer_inactive: {},
  no_provider: {},
  no_answer: {},
  not_understood: {},
  not_signed: {},
  cursor_expired: { days: 30 },
  cursor_not_understood: {},
};

const refusals = Object.entries(examples).map(([reason, data]) => ({ reason, ...data }) as Refusal);

describe("a refusal", () => {
  test.each(refusals)("$reason is told in whole sentences", (refusal) => {
    const { message, problems } = tellRefusal(refusal, "en-GB");
    for (const said of [message, ...problems.map((problem) => problem.message)]) {
      expect(said).toMatch(/^[A-Z].*[.!]$/s);
      expect(said).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  test("of one field is told beside the field, and as a whole where it is of none", () => {
    const taken = { reason: "vendor_name_taken", name: "Acme", path: "name" } as const;
    const message = "A vendor named “Acme” already exists. Choose another name.";
    expect(tellRefusal(taken, "en-GB")).toEqual({
      message,
      problems: [{ path: "name", message }],
      because: "refused",
    });
    expect(tellRefusal({ reason: "own_user", path: "" }, "en-GB").problems).toEqual([]);
  });

  test("of several fields marks each, and says once that nothing was saved", () => {
    const problems = [
      { reason: "not_sold", path: "items.0.productId" },
      { reason: "value_not_of_its_kind", kind: "domain_name", path: "items.1.configuration.Domain" },
    ] as const;
    const told = tellRefusal({ reason: "invalid_input", problems: [...problems] }, "en-GB");
    expect(told).toMatchObject({
      message: "Nothing was saved. Correct the marked fields.",
      because: "invalid",
      problems: problems.map((problem) => ({
        path: problem.path,
        message: say(fieldWords, problem, "en-GB"),
      })),
    });
  });

  test("writes days, numbers and amounts as its reader does", () => {
    const told = (refusal: Refusal, locale: string) => tellRefusal(refusal, locale).message;
    const range = { reason: "date_out_of_range", date: "start", path: "startDate" } as const;
    expect(told({ ...range, first: "2026-10-25", last: "2027-11-26" }, "en-GB")).toBe(
      "Choose a start date from 25 October 2026 to 26 November 2027.",
    );
    const units = { reason: "trial_too_large", most: 1500, path: "" } as const;
    expect(told(units, "en-GB")).toContain("at most 1,500 units");
    expect(told(units, "de-DE")).toContain("at most 1.500 units");
  });
});
