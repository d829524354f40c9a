import "server-only";
import type { BillingDocument } from "@/lib/domain/billing-document/billing-document";
import { documentPdf } from "@/lib/server/billing/document-pdf/document-pdf";
import { type Ctx, may } from "@/lib/server/ctx";
import { NotFound } from "@/lib/server/errors";
import { currentCtx } from "@/lib/server/session";

/** Answers with the file of an invoice or credit note of the reader's own organization. */
export async function pdfResponse(load: (ctx: Ctx) => Promise<BillingDocument>): Promise<Response> {
  const ctx = await currentCtx();
  if (!ctx) return new Response("Sign in first.", { status: 401 });
  if (!may(ctx, "invoice:read")) return new Response("Your role does not include invoices.", { status: 403 });
  const document = await load(ctx).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (!document) return new Response("There is no such document here.", { status: 404 });

  const pdf = await documentPdf(document, ctx.now);
  return new Response(pdf, {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${document.number}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
}
