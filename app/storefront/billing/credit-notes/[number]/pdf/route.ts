import { getOwnCreditNoteDocument } from "@/lib/server/storefront/billing/queries/own-documents";
import { ownPdf } from "../../../../_components/billing/own-pdf";

export async function GET(
  _: Request,
  { params }: RouteContext<"/storefront/billing/credit-notes/[number]/pdf">,
) {
  const { number } = await params;
  return ownPdf((customer) => getOwnCreditNoteDocument(customer, number));
}
