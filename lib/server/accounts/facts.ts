import "server-only";
import type { Ctx } from "../kernel/ctx";
import type { Prisma, Tx } from "../kernel/db";

const columns = {
  name: true,
  email: true,
  language: true,
  street: true,
  postalCode: true,
  city: true,
  region: true,
  country: true,
  vatId: true,
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
