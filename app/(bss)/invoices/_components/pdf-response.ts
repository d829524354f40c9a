import "server-only";
import type { Bill } from "@/lib/server/billing/bill";
import { type Ctx, may } from "@/lib/server/ctx";
import { NotFound } from "@/lib/server/errors";
import { currentCtx } from "@/lib/server/session";
import type { BillWords } from "../../../_components/bill/bill-words";
import { billPdf } from "./bill-pdf";

/** The file of an invoice or credit note of the reader's own organization, in the reader's notation. */
export async function pdfResponse<Document extends Bill>(
  load: (ctx: Ctx) => Promise<Document>,
  wordsOf: (bill: Document) => BillWords,
): Promise<Response> {
  const ctx = await currentCtx();
  if (!ctx) return new Response("Sign in first.", { status: 401 });
  if (!may(ctx, "invoice:read")) return new Response("Your role does not include invoices.", { status: 403 });
  const bill = await load(ctx).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (!bill) return new Response("There is no such document here.", { status: 404 });

  const pdf = await billPdf(bill, wordsOf(bill), ctx);
  return new Response(pdf, {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${bill.number}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
}
