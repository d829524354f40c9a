import { getCreditNoteDocument } from "@/lib/server/billing/queries/documents";
import { documentResponse } from "../../../../../_components/bill/document-response";

export async function GET(_: Request, { params }: RouteContext<"/invoices/credit-notes/[number]/pdf">) {
  const { number } = await params;
  return documentResponse(({ ctx }) => getCreditNoteDocument(ctx, number));
}
