import { getOwnInvoiceDocument } from "@/lib/server/billing/billing-document";
import { ownPdf } from "../../../../_components/own-pdf";

export async function GET(_: Request, { params }: RouteContext<"/storefront/billing/invoices/[number]/pdf">) {
  const { number } = await params;
  return ownPdf((customer) => getOwnInvoiceDocument(customer, number));
}
