import { getInvoice } from "@/lib/server/billing/queries";
import { invoiceWords } from "../../../../_components/bill/bill-words";
import { pdfResponse } from "../../_components/pdf-response";

export async function GET(_: Request, { params }: RouteContext<"/invoices/[number]/pdf">) {
  const { number } = await params;
  return pdfResponse((ctx) => getInvoice(ctx, number), invoiceWords);
}
