import "server-only";
import { z } from "zod";
import { formatAmount } from "@/lib/domain/values/money";
import { ListOwnInput } from "@/lib/schemas/storefront";
import {
  type CreditNoteDetail,
  creditNoteColumns,
  toCreditNote,
} from "../../../billing/queries/credit-notes";
import { type Prisma, read, sql } from "../../../kernel/db";
import { query } from "../../../kernel/definition/query";
import { NotFound } from "../../../kernel/errors";
import type { Page } from "../../../kernel/keyset";
import { customers } from "../../customer";
import { ownRows } from "../../own-rows";
import { newestFirst, ownOrderCode } from "./own-bills";

export type OwnCreditNoteRow = {
  id: string;
  number: string;
  /** Names the invoice that it credits. */
  invoice: string;
  issueDate: string;
  total: string;
  currency: string;
};

type CreditNoteRow = Omit<OwnCreditNoteRow, "total"> & { total: Prisma.Decimal; createdAt: Date };

/** Returns the credit notes of the account, newest first. See docs/domain.md, section 5. */
export const listOwnCreditNotes = query({
  name: "own-credit-note.list",
  caller: customers("storefront:read-bills"),
  input: ListOwnInput,
  async run({ ctx, who: { accountId } }, input): Promise<Page<OwnCreditNoteRow>> {
    const pages = newestFirst(input, sql`notes.`);
    const rows = await read(ctx).$queryRaw<CreditNoteRow[]>(sql`
      SELECT notes.id, notes.number, invoices.number AS invoice, notes.issue_date::text AS "issueDate", notes.total,
        notes.currency, notes.created_at AS "createdAt"
      FROM credit_notes AS notes
      JOIN invoices ON invoices.organization_id = notes.organization_id AND invoices.id = notes.invoice_id
      WHERE notes.organization_id = ${ctx.organizationId}::uuid AND notes.account_id = ${accountId}::uuid
        ${pages.where} ${pages.tail}`);
    const page = pages.page(rows, (row) => ({ key: row.createdAt.toISOString(), id: row.id }));
    return {
      ...page,
      rows: page.rows.map(({ createdAt: _, ...row }) => ({
        ...row,
        total: formatAmount(row.total, row.currency),
      })),
    };
  },
});

export type OwnCreditNote = CreditNoteDetail & {
  /** Holds the code of its order if that is one of the account's own. */
  ownOrder: string | null;
};

/** Returns a credit note of the account. @throws NotFound also for a credit note of another account */
export const getOwnCreditNote = query({
  name: "own-credit-note.get",
  caller: customers("storefront:read-bills"),
  input: z.string(),
  async run({ who: customer }, number): Promise<OwnCreditNote> {
    const note = await ownRows(customer).creditNote.findFirst({
      where: { number },
      select: creditNoteColumns,
    });
    if (!note) throw new NotFound("credit note", number);
    return { ...toCreditNote(note), ownOrder: await ownOrderCode(customer, note.order.code) };
  },
});
