import "server-only";
import type { AccountRole } from "@/lib/domain/account-role";
import { permissionsOfPerson } from "@/lib/domain/permissions";
import { read } from "../../kernel/db";
import type { CustomerCtx, ResellerCtx } from "../../storefront/customer";
import { makeUser, type TestOrganization } from "./basics";

/** Creates another person of the customer's account, and returns them as their session would. */
export async function makeColleague(
  here: TestOrganization,
  of: CustomerCtx,
  accountRole: AccountRole,
): Promise<CustomerCtx> {
  const { role } = of.ctx.actor;
  const { id, name } = await makeUser(here, {
    ...{ role, accountId: of.accountId, accountRole, name: `Colleague ${accountRole}` },
  });
  const permissions = permissionsOfPerson({ role, defined: null, accountRole });
  const actor = { ...of.ctx.actor, id, name, permissions };
  return { ...of, userId: id, ctx: { ...of.ctx, actor } };
}

/** Returns a person of a reseller, who may not be allowed to approve. */
export function asReseller(person: CustomerCtx): ResellerCtx {
  return person as ResellerCtx;
}

export async function storedColleague(here: TestOrganization, id: string) {
  return read(here.as.administrator).user.findUniqueOrThrow({
    where: { organizationId_id: { organizationId: here.organizationId, id } },
  });
}
