import { getOwnInvoiceDocument } from "@/lib/server/storefront/billing/queries/own-documents";
import { customerOf } from "@/lib/server/storefront/customer";
import { documentResponse } from "../../../../../_components/bill/document-response";

export async function GET(_: Request, { params }: RouteContext<"/storefront/billing/invoices/[number]/pdf">) {
  const { number } = await params;
  return documentResponse((session) => getOwnInvoiceDocument(customerOf(session), number));
}
