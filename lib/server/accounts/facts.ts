import "server-only";
import type { Ctx } from "../ctx";
import type { Prisma, Tx } from "../db";

const columns = {
  name: true,
  email: true,
  language: true,
  country: true,
  creditLimit: true,
  type: true,
  orderApproval: true,
  active: true,
  billingTo: { select: { name: true } },
  reseller: { select: { name: true } },
} satisfies Prisma.AccountSelect;

/** What of an account its history keeps, as a person would compare it: other accounts by their names. */
export async function accountFacts(
  tx: Tx,
  { organizationId }: Ctx,
  id: string,
): Promise<Prisma.InputJsonObject> {
  const { billingTo, reseller, creditLimit, ...facts } = await tx.account.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id } },
    select: columns,
  });
  return {
    ...facts,
    creditLimit: creditLimit?.toFixed() ?? null,
    billingTo: billingTo?.name ?? null,
    reseller: reseller?.name ?? null,
  };
}

/** Returns what differs, before and after; null where nothing does. */
export function changedFacts(before: Prisma.InputJsonObject, after: Prisma.InputJsonObject) {
  const names = Object.keys(after).filter((name) => before[name] !== after[name]);
  const only = (facts: Prisma.InputJsonObject) =>
    Object.fromEntries(names.map((name) => [name, facts[name]]));
  return names.length > 0 ? { before: only(before), after: only(after) } : null;
}
