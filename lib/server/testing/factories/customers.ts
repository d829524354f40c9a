import "server-only";
import type { CreateAccountInput } from "@/lib/server/accounts/commands/create-account";
import { type CustomerCtx, customerOf, type ResellerCtx, resellerOf } from "../../storefront/customer";
import { makeAccount, makeUser, type TestOrganization } from "./basics";

type Input = Partial<CreateAccountInput> & { accountId?: string };

/** Creates a person who buys for the named account, or for a new one. */
export async function makeCustomer(organization: TestOrganization, input: Input = {}): Promise<CustomerCtx> {
  return customerOf(await makeSession(organization, "customer", input));
}

/** Creates a person of the named reseller, or of a new one. */
export async function makeReseller(organization: TestOrganization, input: Input = {}): Promise<ResellerCtx> {
  return resellerOf(await makeSession(organization, "reseller", { type: "reseller", ...input }));
}

async function makeSession(
  organization: TestOrganization,
  role: "customer" | "reseller",
  { accountId = undefined, ...account }: Input,
) {
  const id = accountId ?? (await makeAccount(organization, account)).id;
  const { id: userId, name, email } = await makeUser(organization, { role, accountId: id });
  const ctx = organization.as[role];
  const actor = { ...ctx.actor, id: userId, name };
  return { ctx: { ...ctx, actor }, user: { id: userId, name, email, role, accountId: id } };
}
