import { getInvoiceDocument } from "@/lib/server/billing/queries/documents";
import { pdfResponse } from "../../_components/pdf-response";

export async function GET(_: Request, { params }: RouteContext<"/invoices/[number]/pdf">) {
  const { number } = await params;
  return pdfResponse((ctx) => getInvoiceDocument(ctx, number));
}
