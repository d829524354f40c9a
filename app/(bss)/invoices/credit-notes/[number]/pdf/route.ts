import { getCreditNote } from "@/lib/server/billing/credit-note-queries";
import { creditNoteWords } from "../../../../../_components/bill/bill-words";
import { pdfResponse } from "../../../_components/pdf-response";

export async function GET(_: Request, { params }: RouteContext<"/invoices/credit-notes/[number]/pdf">) {
  const { number } = await params;
  return pdfResponse((ctx) => getCreditNote(ctx, number), creditNoteWords);
}
