import "server-only";
import { Prisma, type Tx } from "./db";

/** Tables that commands write many rows of, and what a row takes. */
type Tables = {
  order_items: Prisma.OrderItemCreateManyInput;
  subscriptions: Prisma.SubscriptionCreateManyInput;
  provisioning_tasks: Prisma.ProvisioningTaskCreateManyInput;
  invoices: Prisma.InvoiceCreateManyInput;
  invoice_lines: Prisma.InvoiceLineCreateManyInput;
  order_history: Prisma.OrderHistoryEntryCreateManyInput;
};

/**
 * Inserts rows in one statement, whose text is the same however many they are, so that each connection plans it once;
 * Prisma's own createMany is compiled and planned anew for each number of rows. Columns that no row names get their defaults.
 */
export async function insertRows<Table extends keyof Tables>(
  tx: Tx,
  table: Table,
  rows: readonly Tables[Table][],
): Promise<void> {
  if (rows.length === 0) return;
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = Prisma.raw(fields.map(columnOf).join(", "));
  const records = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([field, value]) => [columnOf(field), value])),
  );
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO ${Prisma.raw(table)} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${Prisma.raw(table)}, ${JSON.stringify(records)}::jsonb)`);
}

/** As prisma/schema.prisma maps every field. */
function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
