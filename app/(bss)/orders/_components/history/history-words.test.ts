import { describe, expect, it } from "vitest";
import type { OrderEvent, OrderEventKind } from "@/lib/domain/events/order-event";
import { describeEntry } from "./history-words";

/** Is an entry as the database has it, where an older one may lack what newer ones keep. */
const words = (kind: OrderEventKind, before: unknown, after: unknown) =>
  describeEntry({ kind, before: before ?? {}, after: after ?? {} } as OrderEvent, "EUR", {
    locale: "en-GB",
    timeZone: "UTC",
  });
const item = (product: string, quantity: number, more = {}) => ({
  product,
  quantity,
  unitPrice: "10",
  discountPercent: "0",
  ...more,
});

describe("describeEntry", () => {
  it("tells an edit field by field and item by item", () => {
    const before = {
      name: "A",
      note: "",
      billingTo: "Acme",
      status: "Submitted",
      items: [item("Mail", 2), item("Mail", 9), item("Backup", 1)],
    };
    const after = {
      ...before,
      name: "B",
      note: "Call first",
      items: [
        item("Mail", 3, { unitPrice: "12.50" }),
        item("Mail", 9, { discountPercent: "5", configuration: { Domain: "a.example" } }),
        item("Disk", 4),
      ],
    };
    expect(words("order.edited", before, after)).toEqual({
      title: "Edited",
      lines: [
        "Name: A → B",
        "Note: empty → Call first",
        "Mail: quantity 2 → 3",
        "Mail: unit price €10.00 → €12.50",
        "Mail: discount 0% → 5%",
        "Mail: Domain empty → a.example",
        "Added 4 × Disk",
        "Removed 1 × Backup",
      ],
    });
  });

  it.each(["order.executed", "order.cancelled", "order.payment_released"] as const)(
    "tells what %s leaves of a payment",
    (event) => {
      const line = "Paid for this order and now credit of the account: €12.00";
      expect(words(event, {}, { released: "12" }).lines).toEqual([line]);
    },
  );

  it("tells by how much an override exceeded the limit", () => {
    const credit = { gate: "credit", account: { id: "a", name: "Acme" }, currency: "EUR", missing: "26.00" };
    const after = { status: "Executed", invoice: "1001", total: "36.00", overridden: [credit] };
    expect(words("order.executed", {}, after).lines).toContain(
      "Credit overridden: €26.00 over the limit of Acme",
    );
  });

  it.each([
    ["order.created", null, { account: "Acme", billingTo: "Acme", items: [item("Mail", 2)] }, "Created"],
    [
      "order.created",
      null,
      { of: "1042", items: [{ product: "Mail", quantity: 2 }] },
      "Created as a partial delivery of 1042",
    ],
    ["order.delivered", null, { subOrder: "1042-1", items: [] }, "Delivered to sub-order 1042-1"],
    ["order.returned", null, { subOrder: "1042-1", items: [] }, "Returned from sub-order 1042-1"],
    [
      "order.executed",
      { status: "Submitted" },
      { status: "Executed", with: "1042-2" },
      "Executed with 1042-2",
    ],
    ["order.cancelled", {}, { remainderCancelled: "Canceled" }, "Remainder canceled: Canceled"],
    ["order.cancelled", {}, {}, "Canceled"],
    ["order.reversed", {}, { with: "1042-1" }, "Execution of 1042-1 reversed"],
    ["order.provisioned", {}, { item: "Mail", action: "deprovision" }, "De-provisioned"],
    ["order.paid", null, { amount: "70", reserved: true }, "€70.00 paid online"],
    ["order.payment_released", null, { released: "70" }, "Payment released"],
    ["order.payment_reversed", null, { amount: "70" }, "Payment of €70.00 reversed"],
    ["order.scheduled", { status: "Draft" }, { day: "2026-12-03" }, "Scheduled for 3 Dec 2026"],
    ["order.scheduled", { day: "2026-12-03" }, { day: "2026-12-09" }, "Execution date changed"],
    ["order.execution_begun", {}, { attempts: 2 }, "Scheduler’s try 2"],
  ] as const)("%s is told as “%s”", (event, before, after, title) => {
    expect(words(event, before, after).title).toBe(title);
  });

  it("tells what an execution made and what a refusal missed", () => {
    const executed = { status: "Executed", invoice: "INV-1001", total: "30.00", startDate: "2026-11-23" };
    expect(words("order.executed", { status: "Submitted" }, executed).lines).toEqual([
      "Status: Submitted → Executed",
      "Invoice INV-1001: €30.00, starting 23 Nov 2026",
    ]);
    const gates = [
      { gate: "configuration", items: [{ itemId: "1", description: "Mail", missing: ["Domain"] }] },
    ];
    expect(words("order.execution_refused", null, { gates }).lines).toEqual(["Mail still needs Domain."]);
  });

  it("tells what a reversal took back", () => {
    const creditNotes = [{ number: "CN-1001", invoice: "INV-1001", total: "30" }];
    const reversed = { status: "Canceled", creditNotes, released: "12.5" };
    expect(words("order.reversed", { status: "Executed" }, reversed)).toEqual({
      title: "Execution reversed",
      lines: [
        "Status: Executed → Canceled",
        "Credit note CN-1001 for invoice INV-1001: €30.00",
        "Paid before, and now credit of the account: €12.50",
      ],
    });
  });

  it("tells what became of a scheduled order", () => {
    const before = { total: "24.00", items: [item("Mail", 2)] };
    const after = { total: "30.00", items: [item("Mail", 2, { unitPrice: "12.5" })] };
    expect(words("order.repriced", before, after)).toEqual({
      title: "Prices of the day",
      lines: ["Mail: unit price €10.00 → €12.50", "Total: €24.00 → €30.00"],
    });
    const nextAttemptAt = "2026-12-03T00:15:00.000Z";
    expect(words("order.schedule_failed", {}, { attempts: 1, nextAttemptAt })).toEqual({
      title: "Not executed on try 1",
      lines: ["Next try: 3 Dec 2026, 00:15"],
    });
    expect(words("order.schedule_failed", {}, { attempts: 5, nextAttemptAt: null }).lines).toEqual([
      "The scheduler has stopped trying",
    ]);
  });

  it("takes entries that know nothing", () => {
    expect(words("order.edited", null, null)).toEqual({ title: "Edited", lines: [] });
  });
});
