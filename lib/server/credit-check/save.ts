import "server-only";
import { endpointProblem } from "@/lib/domain/endpoint";
import { ok, type Result } from "@/lib/domain/result";
import { SaveCreditCheckInput } from "@/lib/schemas/credit-check";
import { config } from "../kernel/config";
import { type Ctx, requirePermission } from "../kernel/ctx";
import { Conflict } from "../kernel/errors";
import { type FieldRefusal, isUniqueViolation, refuseField } from "../kernel/field-refusal";
import { recordAudit } from "../kernel/history";
import { transaction } from "../kernel/transaction";
import { makeSecret } from "../outside/signature";

const recorded = { enabled: true, endpoint: true, timeoutSeconds: true } as const;

/**
 * Says whether, where and how credit is checked outside before an order is invoiced, from the next execution on. A
 * secret that it makes is answered here and never again. See docs/domain.md, section 4. @throws Conflict
 */
export async function saveCreditCheck(
  ctx: Ctx,
  raw: unknown,
): Promise<Result<{ secret: string | null }, FieldRefusal<"endpoint_not_allowed">>> {
  requirePermission(ctx, "credit-check:save");
  const { version, secret: given, renewSecret, ...input } = SaveCreditCheckInput.parse(raw);
  const problem = endpointProblem(input.endpoint, { loopback: config().embedded });
  if (problem) return refuseField("endpoint_not_allowed", "endpoint", problem);

  const made = given === null && (version === null || renewSecret) ? makeSecret() : null;
  const secret = given ?? made;
  try {
    return await transaction(ctx, async (tx) => {
      const before = await tx.creditCheck.findFirst({ select: recorded });
      if (version === null) {
        const { organizationId } = ctx;
        await tx.creditCheck.create({ data: { organizationId, ...input, secret: secret as string } });
      } else {
        const { count } = await tx.creditCheck.updateMany({
          where: { version },
          data: { ...input, ...(secret && { secret }), version: { increment: 1 } },
        });
        if (count === 0) throw new Conflict("The credit check");
      }
      const after = { ...input, ...(secret && { secret: "replaced" }) };
      const event = "credit_check_saved";
      await recordAudit(tx, ctx, { event, subject: "Credit check", ...(before && { before }), after });
      return ok({ secret: made });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Conflict("The credit check");
    throw error;
  }
}
