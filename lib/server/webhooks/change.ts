import "server-only";
import type { Ctx } from "../kernel/ctx";
import type { Prisma, Tx } from "../kernel/db";
import { Conflict, NotFound } from "../kernel/errors";

const kept = { name: true, url: true, types: true, secret: true, disabledAt: true } as const;

/** Changes a webhook as it was seen, and returns what it was before. @throws NotFound, Conflict */
export async function changeWebhook(
  tx: Tx,
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  change: (
    before: Prisma.WebhookGetPayload<{ select: typeof kept }>,
  ) => Prisma.WebhookUpdateManyMutationInput,
) {
  const key = { organizationId_id: { organizationId: ctx.organizationId, id } };
  const before = await tx.webhook.findUnique({ where: key, select: kept });
  if (!before) throw new NotFound("webhook", id);
  const { count } = await tx.webhook.updateMany({
    where: { id, version },
    data: { ...change(before), version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict(before.name);
  const { name, url, types, disabledAt } = before;
  return { name, facts: { name, url, types }, wasDisabled: disabledAt !== null };
}
