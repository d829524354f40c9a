import "server-only";
import { type Ctx, requirePermission } from "../kernel/ctx";
import { read } from "../kernel/db";

/** The external credit check as setup shows it: without its secret. */
export type CreditCheckRow = { enabled: boolean; endpoint: string; timeoutSeconds: number; version: number };

/** Nothing while there is none. */
export async function getCreditCheck(ctx: Ctx): Promise<CreditCheckRow | null> {
  requirePermission(ctx, "credit-check:save");
  return read(ctx).creditCheck.findFirst({
    select: { enabled: true, endpoint: true, timeoutSeconds: true, version: true },
  });
}
