import "server-only";
import { Prisma, type Tx } from "./db";

/** Lists the tables of which commands write many rows, and what a row takes. */
type Tables = {
  orders: Omit<Prisma.OrderCreateManyInput, "number"> & { number: string };
  order_items: Prisma.OrderItemCreateManyInput;
  subscriptions: Prisma.SubscriptionCreateManyInput;
  provisioning_tasks: Prisma.ProvisioningTaskCreateManyInput;
  invoices: Prisma.InvoiceCreateManyInput;
  invoice_lines: Prisma.InvoiceLineCreateManyInput;
  payment_allocations: Prisma.PaymentAllocationCreateManyInput;
  messages: Prisma.MessageCreateManyInput;
  events: Prisma.EventCreateManyInput;
  import_rows: Prisma.ImportRowCreateManyInput;
  api_key_requests: Prisma.ApiKeyRequestCreateManyInput;
};

/** Holds the rows to insert, by their table. */
export type Rows = { [Table in keyof Tables]?: readonly Tables[Table][] };

/**
 * Inserts rows of one or more tables in one statement whose text does not depend on their number, so that each connection plans
 * it once, unlike Prisma's createMany. Unnamed columns get their defaults, and foreign keys are checked at the end.
 */
export async function insertRows(tx: Pick<Tx, "$executeRaw">, rows: Rows): Promise<void> {
  const inserts = Object.entries(rows).flatMap(([table, all]) =>
    all.length > 0 ? [insert(table, all)] : [],
  );
  const last = inserts.pop();
  if (!last) return;
  const others = inserts.map(
    (statement, index) => Prisma.sql`${Prisma.raw(`insert_${index}`)} AS (${statement})`,
  );
  await tx.$executeRaw(others.length > 0 ? Prisma.sql`WITH ${Prisma.join(others)} ${last}` : last);
}

function insert(table: string, rows: readonly object[]): Prisma.Sql {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = Prisma.raw(fields.map(columnOf).join(", "));
  const records = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([field, value]) => [columnOf(field), value])),
  );
  return Prisma.sql`
    INSERT INTO ${Prisma.raw(table)} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${Prisma.raw(table)}, ${JSON.stringify(records)}::jsonb)`;
}

/** Returns the column to which prisma/schema.prisma maps the field. */
function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
