import { getOwnInvoiceDocument } from "@/lib/server/storefront/billing/queries/own-documents";
import { ownPdf } from "../../../../_components/billing/own-pdf";

export async function GET(_: Request, { params }: RouteContext<"/storefront/billing/invoices/[number]/pdf">) {
  const { number } = await params;
  return ownPdf((customer) => getOwnInvoiceDocument(customer, number));
}
