import "server-only";
import type { OpenInvoice } from "@/lib/domain/payment";
import type { Shown } from "@/lib/domain/seen";
import { isoDay } from "@/lib/domain/values/day";
import { type Amount, amount, formatAmount } from "@/lib/domain/values/money";
import { Id } from "@/lib/schemas/fields";
import type { Ctx } from "../../kernel/ctx";
import { read, type Tx } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { shown } from "../../kernel/seen";

/** Limits how many invoices a person can choose from. If there are more, the oldest are offered. */
const atMost = 200;

/** Describes an unpaid invoice, with `outstanding` as exact decimal text in its currency. */
export type OfferedInvoice = {
  id: string;
  number: string;
  /** Is the number that an opening balance has in the other system, and null for an invoice. */
  externalId: string | null;
  dueDate: string;
  outstanding: string;
};

/** Lists the invoices that a payment of the account can be allocated to, oldest first. See docs/domain.md, section 4. */
export const openInvoicesOf = query({
  name: "account.open-invoices",
  caller: staff("invoice:read"),
  input: Id,
  async run({ ctx }, accountId): Promise<OfferedInvoice[]> {
    const rows = await openInvoices(read(ctx), ctx, accountId, atMost);
    return rows.map(({ id, number, externalId, dueDate, outstanding, currency }) => {
      return {
        id,
        number,
        externalId,
        dueDate: isoDay(dueDate),
        outstanding: formatAmount(outstanding, currency),
      };
    });
  },
});

/** Names the outstanding amounts that a question about a payment shows, which are those of the oldest invoices. */
export function shownInvoices(
  currency: string,
  invoices: readonly { number: string; outstanding: string | Amount }[],
): Shown {
  const facts = invoices.slice(0, atMost).map(({ number, outstanding }) => ({
    label: `Outstanding of ${number}`,
    amount: formatAmount(outstanding, currency),
  }));
  return shown(currency, facts);
}

/** Returns all open invoices of an account, with exact amounts to decide on. */
export async function loadOpenInvoices(tx: Tx, ctx: Ctx, accountId: string): Promise<OpenInvoice[]> {
  const rows = await openInvoices(tx, ctx, accountId);
  return rows.map((row) => ({ ...row, outstanding: amount(row.outstanding) }));
}

function openInvoices(db: Pick<Tx, "invoice">, { organizationId }: Ctx, accountId: string, take?: number) {
  return db.invoice.findMany({
    where: { organizationId, accountId, outstanding: { gt: 0 } },
    orderBy: [{ dueDate: "asc" }, { createdAt: "asc" }, { number: "asc" }],
    ...(take && { take }),
    select: { id: true, number: true, externalId: true, dueDate: true, outstanding: true, currency: true },
  });
}
