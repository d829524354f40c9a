import { getInvoiceDocument } from "@/lib/server/billing/queries/documents";
import { documentResponse } from "../../../../_components/bill/document-response";

export async function GET(_: Request, { params }: RouteContext<"/invoices/[number]/pdf">) {
  const { number } = await params;
  return documentResponse(({ ctx }) => getInvoiceDocument(ctx, number));
}
