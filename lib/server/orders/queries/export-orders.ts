import "server-only";
import { sourceLabels } from "@/lib/domain/order/tree/source";
import { type CsvCell, csvHeading, csvRow } from "@/lib/domain/values/csv";
import { localTime } from "@/lib/domain/values/day";
import { ListOrdersInput } from "@/lib/schemas/order-list";
import type { Ctx } from "../../kernel/ctx";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { listOrders, type OrderRow } from "./list-orders";

/**
 * Returns the filtered list as CSV, page by page, so that any number of orders takes little memory. Amounts are exact
 * decimals; times are in the reader's time zone, which the heading names: docs/domain.md, section 9.
 */
export const exportOrders = query({
  name: "order.export",
  caller: staff("order:read"),
  input: ListOrdersInput,
  run: async ({ ctx }, input) => csvPages(ctx, input),
});

async function* csvPages(ctx: Ctx, input: ListOrdersInput): AsyncGenerator<string> {
  const columns = columnsIn(ctx.timeZone);
  yield csvHeading(columns.map(([heading]) => heading));
  for (let cursor: string | undefined; ; ) {
    const page = await listOrders(ctx, { ...input, cursor, limit: 200 });
    yield page.rows.map((row) => csvRow(columns.map(([, cell]) => cell(row)))).join("");
    if (!page.next) return;
    cursor = page.next;
  }
}

function columnsIn(timeZone: string): [heading: string, cell: (row: OrderRow) => CsvCell][] {
  return [
    ["Order", (row) => row.code],
    ["Name", (row) => row.name],
    ["Account", (row) => row.account.name],
    ["Account code", (row) => row.account.code],
    ["Billing to", (row) => row.billingTo],
    ["Source", (row) => sourceLabels[row.source]],
    [`Order date (${timeZone})`, (row) => ({ exact: localTime(new Date(row.orderDate), timeZone) })],
    ["Status", (row) => row.status.description],
    ["Execution date", (row) => row.executionDay ?? ""],
    ["Items executed", (row) => row.executedItems],
    ["Items", (row) => row.items],
    ["Net", (row) => ({ exact: row.net })],
    ["Tax", (row) => ({ exact: row.tax })],
    ["Total", (row) => ({ exact: row.total })],
    ["Currency", (row) => row.currency],
  ];
}
