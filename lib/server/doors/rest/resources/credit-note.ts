import "server-only";
import { z } from "zod";
import type { CreditNoteDetail, CreditNoteRow } from "../../../billing/queries/credit-notes";
import { Money, money } from "../money";
import { DocumentLine, DocumentTax, tellLine, tellTax } from "./document-line";
import { AccountCode, IsoDay } from "./fields";

export const CreditNoteSummary = z
  .object({
    id: z.uuid(),
    number: z.string(),
    invoice: z.string().describe("The credit note takes back the invoice with this number."),
    account: AccountCode,
    orderCode: z.string(),
    issueDate: IsoDay,
    total: Money,
  })
  .meta({ id: "CreditNoteSummary" });

export function tellCreditNoteRow({
  currency,
  total,
  ...row
}: CreditNoteRow): z.input<typeof CreditNoteSummary> {
  return { ...row, total: money(total, currency) };
}

export const CreditNote = CreditNoteSummary.extend({
  net: Money,
  tax: Money,
  lines: z.array(DocumentLine),
  taxes: z.array(DocumentTax),
}).meta({ id: "CreditNote" });

export function tellCreditNote(note: CreditNoteDetail): z.input<typeof CreditNote> {
  const { currency } = note;
  return {
    id: note.id,
    number: note.number,
    invoice: note.invoice.number,
    account: { code: note.buyer.code, name: note.buyer.name },
    orderCode: note.orderCode,
    issueDate: note.issueDate,
    net: money(note.netTotal, currency),
    tax: money(note.taxTotal, currency),
    total: money(note.total, currency),
    lines: note.lines.map((line) => tellLine(line, currency)),
    taxes: note.taxes.map((tax) => tellTax(tax, currency)),
  };
}
