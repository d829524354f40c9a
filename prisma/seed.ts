import { createAccount } from "@/lib/server/accounts/create";
import type { Ctx } from "@/lib/server/ctx";
import { disconnect, read, unscoped } from "@/lib/server/db";
import { saveOrderStatuses } from "@/lib/server/order-statuses/save";
import { createOrganization } from "@/lib/server/organizations/create";
import { createProduct } from "@/lib/server/products/create";
import { at } from "@/lib/server/testing/contexts";
import { value } from "@/lib/server/testing/factories";
import { createUser } from "@/lib/server/users/create";
import { accountInput, demoAccounts, otherAccounts } from "./demo/accounts";
import { type DemoCatalogue, makeOrders } from "./demo/orders";
import { demoPassword, demoUsers, otherUsers } from "./demo/people";
import { demoProducts, otherProducts } from "./demo/products";
import { provisionOrders } from "./demo/provisioning";
import type { DemoStatuses } from "./demo/stories";
import { days, later } from "./demo/timeline";

/**
 * Fills an empty database with the demo, through the commands that users use, as if over the last two months. Does
 * nothing where the demo is already.
 */
export async function seedDemo(now = new Date()): Promise<void> {
  const demo = { name: "Northwind Cloud", currency: "EUR", timeZone: "Europe/Berlin" };
  if (await unscoped().organization.findUnique({ where: { name: demo.name }, select: { id: true } })) return;

  await seedOrganization({
    organization: demo,
    users: demoUsers,
    accounts: demoAccounts,
    products: demoProducts,
    taxRate: "19",
    orders: 300,
    now,
  });
  await seedOrganization({
    organization: { name: "Southgate Telecom", currency: "USD", timeZone: "America/New_York" },
    users: otherUsers,
    accounts: otherAccounts,
    products: otherProducts,
    taxRate: "8.875",
    orders: 12,
    now,
  });
  await disconnect();
}

type DemoOrganization = {
  organization: { name: string; currency: string; timeZone: string };
  users: typeof demoUsers;
  accounts: typeof demoAccounts;
  products: typeof demoProducts;
  taxRate: string;
  orders: number;
  now: Date;
};

async function seedOrganization(demo: DemoOrganization): Promise<void> {
  const { now } = demo;
  const system = value(await createOrganization(demo.organization, later(now, -days(90))));
  const accounts = await makeAccounts(system, demo.accounts);
  const people = await makeUsers(system, demo.users, accounts);
  const products = await makeProducts(system, demo);
  const statuses = await addStatuses(system);
  await makeOrders({ accounts, products, people, statuses, now, count: demo.orders, seed: demo.orders });
  // The planner knows nothing yet of what came within seconds, and would guess every table empty.
  await unscoped().$executeRaw`ANALYZE`;
  const [person = system] = people;
  await provisionOrders(system, person, now);
}

async function makeAccounts(system: Ctx, accounts: typeof demoAccounts) {
  const made: DemoCatalogue["accounts"] = [];
  const idOf = (name: string | undefined) => made.find((account) => account.name === name)?.id ?? null;
  // Those who are billed for others come first.
  const sorted = [...accounts].sort((a, b) => Number(Boolean(a.billedTo)) - Number(Boolean(b.billedTo)));
  for (const account of sorted) {
    const { id } = value(await createAccount(system, accountInput(account, idOf(account.billedTo))));
    made.push({ id, name: account.name, limited: account.creditLimit !== undefined });
  }
  return made;
}

/** The staff who run orders, the operator first. */
async function makeUsers(
  system: Ctx,
  users: typeof demoUsers,
  accounts: DemoCatalogue["accounts"],
): Promise<Ctx[]> {
  const made = await Promise.all(
    users.map(async ({ email, name, role, account }) => {
      const accountId = accounts.find((candidate) => candidate.name === account)?.id ?? null;
      const input = { email, name, role, accountId, password: demoPassword, timeZone: null };
      const { id } = value(await createUser(system, input));
      return { ...system, actor: { type: "user" as const, id, name, role } };
    }),
  );
  const runners = made.filter(({ actor }) => actor.role === "operator" || actor.role === "administrator");
  return runners.sort((a, b) => Number(b.actor.role === "operator") - Number(a.actor.role === "operator"));
}

async function makeProducts(system: Ctx, { products, taxRate }: DemoOrganization) {
  const made: DemoCatalogue["products"] = [];
  for (const product of products) {
    const { id } = value(await createProduct(system, { ...product, taxRate }));
    const { code, type, requiredConfiguration = [] } = product;
    made.push({ id, code, type, requiredConfiguration });
  }
  return made;
}

async function addStatuses(system: Ctx): Promise<DemoStatuses> {
  const custom = [
    {
      no: 20,
      description: "Awaiting documents",
      type: "in_progress",
      storefrontType: "viewable",
      color: "#9c36b5",
    },
    {
      no: 20,
      description: "Canceled - Credit control failure",
      type: "cancelled",
      storefrontType: "viewable",
      color: "#a61e4d",
    },
  ];
  const added = custom.map((cells, index) => ({ id: `new-${index}`, cells: { ...cells, active: true } }));
  value(await saveOrderStatuses(at(system, later(system.now, days(1))), { added }));

  const rows = await read(system).orderStatus.findMany({ select: { id: true, description: true } });
  const idOf = (description: string) => {
    const row = rows.find((status) => status.description === description);
    if (!row) throw new Error(`No status “${description}”`);
    return row.id;
  };
  return {
    Executed: idOf("Executed"),
    Canceled: idOf("Canceled"),
    "Awaiting documents": idOf("Awaiting documents"),
    "Canceled - Credit control failure": idOf("Canceled - Credit control failure"),
  };
}
