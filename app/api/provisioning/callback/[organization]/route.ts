import { errorResponse, ProblemError, refusalResponse } from "@/lib/server/doors/rest/problem";
import { systemCtx } from "@/lib/server/kernel/ctx";
import { isUuid } from "@/lib/server/kernel/keyset";
import { readText } from "@/lib/server/outside/read-text";
import { signatureHeader, timestampHeader } from "@/lib/server/outside/signature";
import { receiveCallback } from "@/lib/server/provisioning/commands/receive-callback";

const longestBody = 16_384;

/** Hears from vendors how the work ended that they had accepted. We believe only what the vendor's secret signs. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/provisioning/callback/[organization]">,
) {
  const { organization } = await params;
  const ctx = systemCtx(organization, new Date());
  const { requestId, locale } = ctx;
  const body = await readText(request.body, longestBody).catch(() => null);
  if (body === null)
    return errorResponse(new ProblemError("too_long", "The report is longer than 16 KiB."), requestId);
  if (!isUuid(organization)) return refusalResponse({ reason: "not_signed" }, locale, requestId);

  const message = {
    body,
    timestamp: request.headers.get(timestampHeader),
    signature: request.headers.get(signatureHeader),
  };
  const result = await receiveCallback(ctx, message);
  return result.ok ? Response.json(result.value) : refusalResponse(result.refusal, locale, requestId);
}
