import "server-only";
import type { BillingDocument } from "@/lib/domain/billing-document/billing-document";
import { type Ctx, may } from "@/lib/server/kernel/ctx";
import { currentCtx } from "@/lib/server/sign-in/session";
import { documentResponse } from "../../../_components/bill/document-response";

/** Answers with the file of an invoice or credit note of the reader's own organization. */
export async function pdfResponse(load: (ctx: Ctx) => Promise<BillingDocument>): Promise<Response> {
  const ctx = await currentCtx();
  if (!ctx) return new Response("Sign in first.", { status: 401 });
  if (!may(ctx, "invoice:read")) return new Response("Your role does not include invoices.", { status: 403 });
  return documentResponse(load(ctx), ctx.now);
}
