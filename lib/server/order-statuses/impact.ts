import "server-only";
import type { StatusImpact } from "@/lib/domain/order-status/impact";
import { ok, type Result } from "@/lib/domain/result";
import { SaveOrderStatusesInput } from "@/lib/schemas/order-statuses";
import { type Ctx, requirePermission } from "../kernel/ctx";
import { read } from "../kernel/db";
import { planStatusSave, type StatusSaveRefusal } from "./plan";

/** What saving this edit would do to orders, and nothing else: docs/domain.md, section 1, rule 12. */
export async function previewStatusSave(
  ctx: Ctx,
  raw: unknown,
): Promise<Result<StatusImpact, StatusSaveRefusal>> {
  requirePermission(ctx, "order-status:save");
  const input = SaveOrderStatusesInput.parse(raw);

  const planned = await planStatusSave(read(ctx), ctx, input);
  return planned.ok ? ok(planned.value.impact) : planned;
}
