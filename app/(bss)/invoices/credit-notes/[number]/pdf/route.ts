import { getCreditNote } from "@/lib/server/billing/credit-note-queries";
import { creditNoteDocument } from "@/lib/server/billing/documents";
import { pdfResponse } from "../../../_components/pdf-response";

export async function GET(_: Request, { params }: RouteContext<"/invoices/credit-notes/[number]/pdf">) {
  const { number } = await params;
  return pdfResponse(async (ctx) => creditNoteDocument(await getCreditNote(ctx, number)));
}
