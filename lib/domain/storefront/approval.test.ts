import { expect, test } from "vitest";
import { systemCombinations } from "../order-status/system-statuses";
import { tellRefusal } from "../refusals/tell";
import { lineChanges, requireWaiting } from "./approval";

const item = (product: string, quantity: number, unitPrice: string, discountPercent = "0") => ({
  product,
  quantity,
  unitPrice,
  discountPercent,
});

test("an order that changed is refused with both totals and each line that differs", () => {
  const lines = lineChanges(
    [item("Mail", 2, "10"), item("Backup", 1, "5"), item("Domain", 1, "9")],
    [item("Mail", 2, "12", "5"), item("Backup", 1, "5"), item("Server", 3, "100")],
  );
  const refusal = { reason: "order_changed", was: "34.80", now: "387.36", currency: "EUR", lines } as const;
  expect(tellRefusal(refusal, "en-GB").message).toBe(
    "The order has changed since you opened it, so nothing was approved. " +
      "The total was €34.80 and is now €387.36. " +
      "Mail: 2 × €10.00 before, 2 × €12.00, less 5% now. " +
      "Domain: 1 × €9.00 before, nothing now. " +
      "Server: nothing before, 3 × €100.00 now. Look at it again.",
  );
});

test("an approver who comes too late reads who decided, and what", () => {
  const late = requireWaiting(systemCombinations.canceled, { what: "cancelled", by: "Ada Example" });
  expect(late.ok || tellRefusal(late.refusal, "en-GB").message).toMatch(
    /^Ada Example has already canceled this order\. It is “.+”\. Nothing was changed\.$/,
  );
});
