import "server-only";
import type { BillingDocument } from "@/lib/domain/billing-document/billing-document";
import { documentPdf } from "@/lib/server/billing/document-pdf/document-pdf";
import type { Session } from "@/lib/server/sign-in/session/session";
import { file, respond } from "../respond";

/** Answers with the PDF of an invoice or credit note. */
export function documentResponse(load: (session: Session) => Promise<BillingDocument>): Promise<Response> {
  return respond(async (session) => {
    const document = await load(session);
    const pdf = await documentPdf(document, session.ctx.now);
    return file(pdf, "application/pdf", `${document.number}.pdf`);
  }, "pdf");
}
