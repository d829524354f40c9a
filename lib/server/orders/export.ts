import "server-only";
import { sourceLabels } from "@/lib/domain/order/source";
import { ListOrdersInput } from "@/lib/schemas/order-list";
import { type Ctx, requirePermission } from "../ctx";
import { listOrders, type OrderRow } from "./list";

const columns: [header: string, value: (row: OrderRow) => string | number][] = [
  ["Order", (row) => row.code],
  ["Name", (row) => row.name],
  ["Account", (row) => row.account.name],
  ["Source", (row) => sourceLabels[row.source]],
  ["Order date", (row) => row.orderDate],
  ["Status", (row) => row.status.description],
  ["Items executed", (row) => row.executedItems],
  ["Items", (row) => row.items],
  ["Total", (row) => row.total],
  ["Currency", (row) => row.currency],
];

/** The filtered list as CSV (RFC 4180), page by page, so that any number of orders takes little memory. */
export async function* exportOrders(ctx: Ctx, raw: unknown): AsyncGenerator<string> {
  requirePermission(ctx, "order:read");
  const input = ListOrdersInput.parse(raw);
  // Spreadsheets take a file for UTF-8 by this mark.
  yield `\uFEFF${columns.map(([header]) => header).join(",")}\r\n`;
  for (let cursor: string | undefined; ; ) {
    const page = await listOrders(ctx, { ...input, cursor, limit: 200 });
    yield page.rows.map((row) => `${columns.map(([, value]) => csvCell(value(row))).join(",")}\r\n`).join("");
    if (!page.next) return;
    cursor = page.next;
  }
}

/** Quoted where needed; what a spreadsheet would run as a formula becomes text. */
export function csvCell(value: string | number): string {
  const text = String(value);
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
