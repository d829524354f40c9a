import { beforeAll, describe, expect, test } from "vitest";
import { recordPayment } from "@/lib/server/billing/commands/record-payment";
import { reverseExecution } from "@/lib/server/orders/commands/reverse-execution";
import { makeOrganization, type TestOrganization, value } from "@/lib/server/testing/factories/basics";
import { makeOrder, storedOrder } from "@/lib/server/testing/factories/orders";
import { owner } from "@/lib/server/testing/owner";

/** An executed order becomes a reversed one in one way only, whatever SQL somebody writes. */

let here: TestOrganization;
let executed: Awaited<ReturnType<typeof makeOrder>>;
let other: Awaited<ReturnType<typeof makeOrder>>;
let reversed: Awaited<ReturnType<typeof makeOrder>>;

beforeAll(async () => {
  here = await makeOrganization();
  const statusId = here.statuses.Executed;
  [executed, other] = [await makeOrder(here, { statusId }), await makeOrder(here, { statusId })];
  const { code } = await makeOrder(here, { statusId });
  value(await reverseExecution(here.as.administrator, { code, comment: "A mistake" }));
  reversed = await storedOrder(here.as.operator, code);
});

/** Runs the statements as one transaction and takes it back, since a refusal is expected. */
async function tryTo(statements: readonly string[]): Promise<void> {
  await owner().$transaction(async (tx) => {
    for (const statement of statements) await tx.$executeRawUnsafe(statement);
    await tx.$executeRawUnsafe("SET CONSTRAINTS ALL IMMEDIATE");
    throw new Error("The database let it happen");
  });
}
const refused = (why: RegExp, ...statements: string[]) => expect(tryTo(statements)).rejects.toThrow(why);

const cancelOrder = (changes = "", reversedAt = "now()") => `
  UPDATE orders SET status_id = '${here.statuses.Canceled}', status_type = 'cancelled', status_storefront_type = 'viewable',
    cancelled_at = now(), reversed_at = ${reversedAt} ${changes} WHERE id = '${executed.id}'`;
const reverseItems = () =>
  `UPDATE order_items SET reversed_quantity = executed_quantity WHERE order_id = '${executed.id}'`;
const creditNote = (changes: { total?: string; number?: string; account?: string } = {}) => `
  INSERT INTO credit_notes (organization_id, id, number, invoice_id, order_id, account_id, currency, issue_date, net_total,
    tax_total, total, seller, buyer, language)
  SELECT organization_id, id, '${changes.number ?? "CN-1"}', id, order_id, ${changes.account ?? "account_id"}, currency,
    issue_date, ${changes.total ? `${changes.total}, 0, ${changes.total}` : "net_total, tax_total, total"}, seller, buyer, language
  FROM invoices WHERE order_id = '${executed.id}'`;
const creditLines = (columns = "net, tax, total", where = "true") => `
  INSERT INTO credit_note_lines (organization_id, credit_note_id, position, invoice_line_id, net, tax, total)
  SELECT organization_id, invoice_id, position, id, ${columns} FROM invoice_lines
  WHERE invoice_id = '${executed.invoices[0]?.id}' AND ${where}`;

test("a reversal needs all of it together", async () => {
  await refused(/let it happen/, cancelOrder(), reverseItems(), creditNote(), creditLines());
});

describe("the database refuses a reversal without", () => {
  test("a credit note", () => refused(/credited/, cancelOrder(), reverseItems()));
  test("the reversed items", () =>
    refused(
      /nothing executed|no executed units|units are reversed/,
      cancelOrder(),
      creditNote(),
      creditLines(),
    ));
  test("all of its items", () =>
    refused(
      /no executed units|units are reversed/,
      cancelOrder(),
      `${reverseItems()} AND position = 1`,
      creditNote(),
      creditLines(),
    ));
  test("the time of its execution", () =>
    refused(/final/, cancelOrder(", executed_at = NULL"), reverseItems(), creditNote(), creditLines()));
  test("saying that it is one", () => refused(/final|executed_at/, cancelOrder("", "NULL")));
  test("ending cancelled", () =>
    refused(
      /reversed_is_cancelled|final/,
      `UPDATE orders SET reversed_at = now() WHERE id = '${executed.id}'`,
    ));
  test("keeping its total and its account", async () => {
    await refused(/final/, cancelOrder(", final_price = 0, net_total = 0, tax_total = 0"));
    await refused(/final/, cancelOrder(`, billing_to_id = '${other.billingToId}'`));
  });
});

describe("the database refuses a credit note", () => {
  const wrong = (why: RegExp, note: string, lines: string) => refused(why, reverseItems(), note, lines);
  test("of another total", () =>
    wrong(
      /whole_invoice|whole of its invoice|settle|invoices_amounts/,
      creditNote({ total: "1" }),
      creditLines(),
    ));
  test("of another account", () =>
    wrong(/whole of its invoice/, creditNote({ account: `'${other.billingToId}'` }), creditLines()));
  test("without some of the lines", () =>
    refused(
      /whole of its invoice/,
      `${reverseItems()} AND position = 1`,
      creditNote(),
      creditLines("net, tax, total", "position = 1"),
    ));
  test("whose lines credit something else than was charged", () =>
    wrong(/of its invoice/, creditNote(), creditLines("net + tax, 0, total")));
  test("that is the second of one invoice", () =>
    refused(
      /Unique|duplicate|credit_notes/i,
      reverseItems(),
      creditNote(),
      creditLines(),
      `
      INSERT INTO credit_notes (organization_id, number, invoice_id, order_id, account_id, currency, issue_date, net_total,
        tax_total, total, seller, buyer, language)
      SELECT organization_id, 'CN-2', id, order_id, account_id, currency, issue_date, 0, 0, 0, seller, buyer, language
      FROM invoices WHERE order_id = '${executed.id}'`,
    ));
  test("while a payment still pays its invoice", async () => {
    const paid = await makeOrder(here, { statusId: here.statuses.Executed });
    value(await recordPayment(here.as.operator, { accountId: paid.billingToId, amount: "1" }));
    await refused(/invoices_amounts/, creditNote().replaceAll(executed.id, paid.id));
  });
  test("that is changed or deleted", async () => {
    await refused(/not changed/, "UPDATE credit_notes SET number = 'CN-7'");
    await refused(/not changed/, "DELETE FROM credit_notes");
    await refused(/not changed/, "UPDATE credit_note_lines SET net = 0, total = tax");
    await refused(/not changed/, "DELETE FROM credit_note_lines");
  });
});

describe("what is reversed stays reversed:", () => {
  test("the items do", async () => {
    const of = `WHERE order_id = '${reversed.id}'`;
    await refused(/keeps its quantity/, `UPDATE order_items SET reversed_quantity = 0 ${of}`);
    await refused(
      /keeps its quantity|reversed_whole/,
      `UPDATE order_items SET executed_quantity = 2, reversed_quantity = 2 ${of}`,
    );
    await refused(/reversed_whole|never_beyond/, `UPDATE order_items SET reversed_quantity = 2 ${of}`);
  });
  test("the order does", () =>
    refused(
      /final/,
      `UPDATE orders SET status_id = '${here.statuses.Executed}', status_type = 'automatic_execute',
        status_storefront_type = 'submitted', cancelled_at = NULL, reversed_at = NULL WHERE id = '${reversed.id}'`,
    ));
  test("the subscriptions do", async () => {
    const of = `WHERE order_id = '${reversed.id}'`;
    await refused(/final/, `UPDATE subscriptions SET state = 'active', end_date = NULL ${of}`);
    await refused(/final/, `UPDATE subscriptions SET quantity = 9 ${of}`);
    await refused(
      /end_date/,
      `UPDATE subscriptions SET state = 'cancelled' WHERE order_id = '${executed.id}'`,
    );
    await refused(
      /end_date/,
      `UPDATE subscriptions SET state = 'cancelled', end_date = start_date - 1 WHERE order_id = '${executed.id}'`,
    );
  });
  test("and nothing begins reversed", async () => {
    await refused(
      /executed before/,
      `INSERT INTO order_items (organization_id, order_id, position, product_id, description, billing_period, quantity,
        unit_price, unit_cost, tax_rate, executed_quantity, reversed_quantity)
      SELECT organization_id, order_id, 99, product_id, description, billing_period, 1, 1, 1, 0, 1, 1
      FROM order_items WHERE order_id = '${executed.id}' AND position = 1`,
    );
  });
});
