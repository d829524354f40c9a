import "server-only";
import type { BillingDocument } from "@/lib/domain/billing-document/billing-document";
import { may } from "@/lib/server/kernel/ctx";
import { currentSession } from "@/lib/server/sign-in/session";
import { type CustomerCtx, customerOf } from "@/lib/server/storefront/customer";
import { documentResponse } from "../../../_components/bill/document-response";

/** Answers with the file of an invoice or credit note of the customer's own account. */
export async function ownPdf(load: (customer: CustomerCtx) => Promise<BillingDocument>): Promise<Response> {
  const session = await currentSession();
  if (!session) return new Response("Sign in first.", { status: 401 });
  if (!may(session.ctx, "storefront:use"))
    return new Response("These documents are for customers. Yours are under Invoices.", { status: 403 });
  return documentResponse(load(customerOf(session)), session.ctx.now);
}
