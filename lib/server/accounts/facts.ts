import "server-only";
import type { AccountFacts } from "@/lib/domain/events/account-event";
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

/** Reads the facts of an account that its history keeps. */
export async function accountFacts(tx: Tx, { organizationId }: Ctx, id: string): Promise<AccountFacts> {
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
