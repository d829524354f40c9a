import pg from "pg";
import { permissionsOfPerson, type Role } from "@/lib/domain/permissions";
import { createAccount } from "@/lib/server/accounts/commands/create-account";
import { config } from "@/lib/server/kernel/config";
import type { Ctx } from "@/lib/server/kernel/ctx";
import { disconnect, read, unscoped } from "@/lib/server/kernel/db";
import { saveOrderStatuses } from "@/lib/server/order-statuses/commands/save-order-statuses";
import { createOrganization } from "@/lib/server/organizations/create";
import { createProduct } from "@/lib/server/products/commands/create-product";
import { customerOf, resellerOf } from "@/lib/server/storefront/customer";
import { value } from "@/lib/server/testing/factories/basics";
import { at } from "@/lib/server/testing/factories/contexts";
import { createUser } from "@/lib/server/users/create-user";
import { makeSimulatorSettings } from "@/lib/server/vendor-simulator/settings";
import { VendorSimulator } from "@/lib/server/vendor-simulator/simulator";
import { accountInput, demoAccounts, otherAccounts } from "./demo/accounts";
import { type DemoCompany, makeCompany, northwind, southgate } from "./demo/company";
import { type DemoCatalogue, makeOrders } from "./demo/orders";
import { demoPassword, demoUsers, otherUsers } from "./demo/people";
import { demoProducts, otherProducts } from "./demo/products";
import { provisionOrders } from "./demo/provisioning";
import { scheduleOrders } from "./demo/scheduled";
import type { DemoShop } from "./demo/storefront";
import type { DemoStatuses } from "./demo/stories";
import { days, later } from "./demo/timeline";
import { type DemoVendors, makeVendors } from "./demo/vendors";

/**
 * Fills an empty database with the demo of the last two months, through the commands that users use. Does nothing if
 * the demo is there.
 */
export async function seedDemo(now = new Date()): Promise<void> {
  const demo = { name: "Northwind Cloud", currency: "EUR", timeZone: "Europe/Berlin" };
  if (await unscoped().organization.findUnique({ where: { name: demo.name }, select: { id: true } })) return;

  const { dataDir } = config();
  const settings = await makeSimulatorSettings(dataDir);
  const simulator = await VendorSimulator.start(settings.secret, settings.port);
  const vendorsOf = (system: Ctx) => makeVendors(system, simulator, settings.secret);
  await seedOrganization({
    organization: demo,
    company: northwind,
    vendorsOf,
    users: demoUsers,
    accounts: demoAccounts,
    products: demoProducts,
    taxRate: "19",
    orders: 300,
    now,
  });
  await seedOrganization({
    vendorsOf,
    organization: { name: "Southgate Telecom", currency: "USD", timeZone: "America/New_York" },
    company: southgate,
    users: otherUsers,
    accounts: otherAccounts,
    products: otherProducts,
    taxRate: "8.875",
    orders: 12,
    now,
  });
  await simulator.stop();
  await disconnect();
}

type DemoOrganization = {
  organization: { name: string; currency: string; timeZone: string };
  company: DemoCompany;
  vendorsOf: (system: Ctx) => Promise<DemoVendors>;
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
  await makeCompany(system, demo.company);
  const accounts = await makeAccounts(system, demo.accounts);
  const people = await makeUsers(system, demo.users, accounts);
  const products = await makeProducts(system, demo, await demo.vendorsOf(system));
  const statuses = await addStatuses(system);
  const runners = runnersOf(people);
  const shop = shopOf(people);
  const { orders } = demo;
  await makeOrders({ accounts, products, people: runners, statuses, shop, now, count: orders, seed: orders });
  await scheduleOrders(at(system, now), "customer@example.com");
  // The planner knows nothing of rows that came within seconds, and would take every table for empty.
  await analyze();
  const [person = system] = runners;
  await provisionOrders(system, person, now);
}

/** Gathers the planner's statistics, which the owner of the tables may do. */
async function analyze(): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  await client.query("ANALYZE");
  await client.end();
}

async function makeAccounts(system: Ctx, accounts: typeof demoAccounts) {
  const made: DemoCatalogue["accounts"] = [];
  const idOf = (name: string | undefined) => made.find((account) => account.name === name)?.id ?? null;
  // Accounts that pay for others, and resellers, come first.
  const leans = (account: (typeof accounts)[number]) => Number(Boolean(account.billedTo ?? account.reseller));
  const sorted = [...accounts].sort((a, b) => leans(a) - leans(b));
  for (const account of sorted) {
    const { id } = value(
      await createAccount(
        system,
        accountInput(account, { billingToId: idOf(account.billedTo), resellerId: idOf(account.reseller) }),
      ),
    );
    made.push({ id, name: account.name, limited: account.creditLimit !== undefined });
  }
  return made;
}

type DemoPerson = {
  ctx: Ctx;
  user: { id: string; name: string; email: string; role: Role; accountId: string | null };
};

async function makeUsers(
  system: Ctx,
  users: typeof demoUsers,
  accounts: DemoCatalogue["accounts"],
): Promise<DemoPerson[]> {
  return Promise.all(
    users.map(async ({ email, name, role, account }) => {
      const accountId = accounts.find((candidate) => candidate.name === account)?.id ?? null;
      const input = { email, name, role, accountId, password: demoPassword, timeZone: null };
      const { id } = value(await createUser(system, input));
      const permissions = permissionsOfPerson({ role, defined: null, accountRole: "administrator" });
      const ctx = { ...system, actor: { type: "user" as const, id, name, role, permissions } };
      return { ctx, user: { id, name, email, role, accountId } };
    }),
  );
}

/** Returns the staff who run orders, the operator first. */
function runnersOf(people: readonly DemoPerson[]): Ctx[] {
  const of = (wanted: Role) => people.filter(({ user }) => user.role === wanted).map(({ ctx }) => ctx);
  return [...of("operator"), ...of("administrator")];
}

function shopOf(people: readonly DemoPerson[]): DemoShop | null {
  const by = (email: string) => people.find(({ user }) => user.email === email);
  const customer = by("customer@example.com");
  const reseller = by("reseller@example.com");
  const resellerCustomer = by("reseller-customer@example.com");
  const administrator = people.find(({ user }) => user.role === "administrator");
  if (!customer || !reseller || !resellerCustomer || !administrator) return null;
  return {
    customer: customerOf(customer),
    reseller: resellerOf(reseller),
    resellerCustomer: customerOf(resellerCustomer),
    administrator: administrator.ctx,
  };
}

async function makeProducts(system: Ctx, { products, taxRate }: DemoOrganization, vendors: DemoVendors) {
  const made: DemoCatalogue["products"] = [];
  for (const { vendor, ...product } of products) {
    const vendorId = vendor ? vendors[vendor] : null;
    const { id } = value(await createProduct(system, { ...product, vendorId, taxRate }));
    const { code, type, requiredConfiguration = [], trialMaxQuantity } = product;
    made.push({ id, code, type, requiredConfiguration, trialMaxQuantity });
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
