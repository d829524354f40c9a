import { getCreditNoteDocument } from "@/lib/server/billing/queries/documents";
import { pdfResponse } from "../../../_components/pdf-response";

export async function GET(_: Request, { params }: RouteContext<"/invoices/credit-notes/[number]/pdf">) {
  const { number } = await params;
  return pdfResponse((ctx) => getCreditNoteDocument(ctx, number));
}
