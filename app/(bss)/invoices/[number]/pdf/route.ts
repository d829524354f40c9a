import { invoiceDocument } from "@/lib/server/billing/documents";
import { getInvoice } from "@/lib/server/billing/queries";
import { pdfResponse } from "../../_components/pdf-response";

export async function GET(_: Request, { params }: RouteContext<"/invoices/[number]/pdf">) {
  const { number } = await params;
  return pdfResponse(async (ctx) => invoiceDocument(await getInvoice(ctx, number)));
}
