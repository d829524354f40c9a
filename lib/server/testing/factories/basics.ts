import "server-only";
import { type FixedRole, fixedRoles } from "@/lib/domain/permissions";
import type { Result } from "@/lib/domain/values/result";
import type { CreateOrganizationInput } from "@/lib/schemas/organizations";
import type { CreateUserInput } from "@/lib/schemas/users";
import type { CreateAccountInput } from "@/lib/server/accounts/commands/create-account";
import type { CreateProductInput } from "@/lib/server/products/commands/create-product";
import { createAccount } from "../../accounts/commands/create-account";
import type { Ctx, OrganizationId } from "../../kernel/ctx";
import { read } from "../../kernel/db";
import { createOrganization } from "../../organizations/create";
import { createProduct } from "../../products/commands/create-product";
import { createUser } from "../../users/create-user";
import { ctxOf } from "./contexts";

/** Creates rows for tests with the commands that users use. Every value has a believable default. */

let made = 0;
/** Returns a unique text, so that nothing meets what other tests or test processes have created. */
const unique = () =>
  `${process.pid.toString(36)}${(++made).toString(36)}${Math.random().toString(36).slice(2, 6)}`;

export type TestOrganization = {
  organizationId: OrganizationId;
  name: string;
  currency: string;
  /** Holds the Ctx of a person for each fixed role. */
  as: Record<FixedRole, Ctx>;
  /** Holds the ids of the eight system statuses by their first description: `statuses.Submitted`. */
  statuses: Record<string, string>;
};

export async function makeOrganization(
  input: Partial<CreateOrganizationInput> = {},
): Promise<TestOrganization> {
  const name = input.name ?? `Organization ${unique()}`;
  const currency = input.currency ?? "EUR";
  const ctx = value(await createOrganization({ ...input, name, currency }));
  const rows = await read(ctx).orderStatus.findMany({ select: { id: true, description: true } });
  return {
    organizationId: ctx.organizationId,
    name,
    currency,
    as: Object.fromEntries(fixedRoles.map((role) => [role, ctxOf(ctx, role)])) as Record<FixedRole, Ctx>,
    statuses: Object.fromEntries(rows.map((row) => [row.description, row.id])),
  };
}

export async function makeUser(organization: TestOrganization, input: Partial<CreateUserInput> = {}) {
  const all = {
    email: `${unique()}@example.com`,
    name: "Ada Example",
    role: "operator",
    roleId: null,
    password: "a password for tests",
    accountId: null,
    timeZone: null,
    ...input,
  } as const;
  const user = value(await createUser(organization.as.administrator, all));
  return { ...all, ...user };
}

export async function makeAccount(organization: TestOrganization, input: Partial<CreateAccountInput> = {}) {
  const all = {
    name: `Account ${unique()}`,
    email: null,
    country: null,
    billingToId: null,
    creditLimit: null,
    ...input,
  };
  return { ...all, ...value(await createAccount(organization.as.administrator, all)) };
}

export async function makeProduct(organization: TestOrganization, input: Partial<CreateProductInput> = {}) {
  const code = unique();
  const all: CreateProductInput = {
    code,
    name: `Product ${code}`,
    type: "subscription",
    billingPeriod: "month",
    price: "10.00",
    cost: "6.00",
    taxRate: "20",
    ...((input.type ?? "subscription") === "subscription" && { trialDays: 30, trialMaxQuantity: 1000 }),
    ...input,
  };
  return { ...all, ...value(await createProduct(organization.as.administrator, all)) };
}

/** Returns the value of a result that cannot be a refusal here. */
export function value<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
