import "server-only";
import { oneLine } from "@/lib/domain/values/one-line";
import type { Ctx } from "../kernel/ctx";
import { read } from "../kernel/db";

/** Describes a request that a key made. `status` is that of the HTTP response, and `ms` is how long it took. */
export type KeyRequest = { method: string; path: string; status: number; ms: number };

/**
 * Keeps a request for the log of its key, where administrators see it for 30 days. What stands behind the path of the address
 * is left out, since a search can name people. See docs/domain.md, section 7, "API keys".
 */
export async function logRequest(ctx: Ctx, keyId: string, request: KeyRequest): Promise<void> {
  const { organizationId, now, requestId } = ctx;
  const [path = ""] = request.path.split(/[?#]/, 1);
  await read(ctx).apiKeyRequest.create({
    data: {
      organizationId,
      keyId,
      at: now,
      requestId,
      method: oneLine(request.method, 10),
      path: oneLine(path, 500),
      status: request.status,
      ms: Math.max(0, Math.round(request.ms)),
    },
    select: { id: true },
  });
}
