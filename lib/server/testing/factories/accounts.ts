import "server-only";
import type { EditAccountInput } from "@/lib/server/accounts/commands/edit-account";
import { editAccount } from "../../accounts/commands/edit-account";
import { getAccount } from "../../accounts/queries/accounts";
import { type TestOrganization, value } from "./basics";

/** Changes an account as an administrator does, and leaves the rest of it as it is. */
export async function changeAccount(
  { as: { administrator } }: TestOrganization,
  accountId: string,
  changes: Partial<EditAccountInput>,
) {
  const { id, version, name, email, language, country, creditLimit, type, ...account } = await getAccount(
    administrator,
    accountId,
  );
  const { orderApproval, active, billingTo, reseller } = account;
  const kept = { id, version, name, email, language, country, creditLimit, type, orderApproval, active };
  const partners = { billingToId: billingTo?.id ?? null, resellerId: reseller?.id ?? null };
  return value(await editAccount(administrator, { ...kept, ...partners, ...changes }));
}
