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
  const body = await readText(request.body, longestBody).catch(() => null);
  if (body === null) return answer(413);
  if (!isUuid(organization)) return answer(401);

  const message = {
    body,
    timestamp: request.headers.get(timestampHeader),
    signature: request.headers.get(signatureHeader),
  };
  const result = await receiveCallback(systemCtx(organization, new Date()), message);
  if (result.ok) return Response.json(result.value);
  return answer(result.refusal.reason === "not_signed" ? 401 : 400);
}

const titles = { 400: "Not understood", 401: "Not signed by the vendor", 413: "Too long" };

function answer(status: keyof typeof titles): Response {
  return Response.json(
    { type: "about:blank", title: titles[status], status },
    { status, headers: { "content-type": "application/problem+json" } },
  );
}
