import "server-only";
import { randomUUID } from "node:crypto";
import { systemStatuses } from "@/lib/domain/order-status/system-statuses";
import type { Refused } from "@/lib/domain/refusals/refusal";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import { CreateOrganizationInput } from "@/lib/schemas/organizations";
import { type Ctx, systemCtx } from "../kernel/ctx";
import { record } from "../kernel/record";
import { isUniqueViolation, transaction } from "../kernel/transaction";
import { recordStatusVersion } from "../order-statuses/record-version";

/**
 * Creates an organization with its eight system statuses and answers the system's Ctx in it. Only the command line
 * and the demo use it, because no permissions exist before the organization does.
 */
export async function createOrganization(
  raw: unknown,
  now = new Date(),
): Promise<Result<Ctx, Refused<"organization_name_taken">>> {
  const input = CreateOrganizationInput.parse(raw);
  const ctx = systemCtx(randomUUID(), now, input.timeZone);
  const { organizationId } = ctx;

  try {
    await transaction(ctx, async (tx) => {
      await tx.organization.create({ data: { id: organizationId, ...input, createdAt: now } });
      await tx.orderStatus.createMany({
        data: systemStatuses.map((status) => ({
          organizationId,
          ...status,
          mandatory: true,
          updatedAt: now,
        })),
      });
      await recordStatusVersion(tx, ctx, 1);
      await record(tx, ctx, [{ kind: "organization.created", subject: input.name }]);
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return refuse({ reason: "organization_name_taken", name: input.name, path: "name" });
  }
  return ok(ctx);
}
