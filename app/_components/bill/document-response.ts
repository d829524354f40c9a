import "server-only";
import type { BillingDocument } from "@/lib/domain/billing-document/billing-document";
import { documentPdf } from "@/lib/server/billing/document-pdf/document-pdf";
import { NotFound } from "@/lib/server/kernel/errors";

/** Answers with the file of an invoice or credit note, or that the reader has none of that number. */
export async function documentResponse(load: Promise<BillingDocument>, now: Date): Promise<Response> {
  const document = await load.catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (!document) return new Response("There is no such document here.", { status: 404 });

  const pdf = await documentPdf(document, now);
  return new Response(pdf, {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${document.number}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
}
