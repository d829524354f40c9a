import "server-only";
import { randomUUID } from "node:crypto";
import { localDay } from "@/lib/domain/values/day";
import { getOrder } from "../../orders/queries/get-order";
import { makeAccount, makeProduct, type TestOrganization } from "../factories/basics";
import { makeOrder } from "../factories/orders";

/**
 * Creates something once for each organization. Examples run hundreds of times, and only what a command changes must be new
 * each time.
 */
export function oncePer<Value>(make: (here: TestOrganization) => Promise<Value>) {
  const made = new WeakMap<TestOrganization, Promise<Value>>();
  return (here: TestOrganization): Promise<Value> => {
    const value = made.get(here) ?? make(here);
    made.set(here, value);
    return value;
  };
}

const sizes = new WeakMap<TestOrganization, number>();

/** Makes the examples of an organization use so many rows instead of one, wherever they can use several. */
export function setRows(here: TestOrganization, rows: number): void {
  sizes.set(here, rows);
}

export const rowsOf = (here: TestOrganization) => sizes.get(here) ?? 1;

/** Creates as many as the examples of this organization use, one after the other. */
export async function each<Value>(
  here: TestOrganization,
  make: (at: number) => Promise<Value>,
): Promise<Value[]> {
  const made: Value[] = [];
  while (made.length < rowsOf(here)) made.push(await make(made.length));
  return made;
}

/** Returns the id of the account that buys, created once for each organization. */
export const buyer = oncePer(async (here) => (await makeAccount(here)).id);
export const payer = oncePer(async (here) => (await makeAccount(here)).id);
const reseller = oncePer(async (here) => (await makeAccount(here, { type: "reseller" })).id);
export const products = oncePer(async (here) => [(await makeProduct(here)).id, (await makeProduct(here)).id]);

/** Creates an order of the account that buys, with two services for each row. */
export const newOrder = async (here: TestOrganization) => {
  const two = (await products(here)).map((productId) => ({ productId, quantity: 1 }));
  return makeOrder(here, { accountId: await buyer(here), items: (await each(here, async () => two)).flat() });
};

export const order = async (here: TestOrganization) => {
  const { code, version, items } = await newOrder(here);
  return { code, version, items };
};

/** Returns the day of an organization whose time zone is UTC. */
export const today = () => localDay(new Date(), "UTC");

export const addressKinds = {
  street: "openLines",
  postalCode: "openShort",
  city: "openLine",
  region: "openLine",
  country: "open",
  vatId: "open",
} as const;

export const account = async (here: TestOrganization) => ({
  name: `Harbour ${randomUUID()}`,
  email: "a@example.com",
  language: "de",
  street: "Am Hafen 1",
  postalCode: "20457",
  city: "Hamburg",
  region: "Hamburg",
  country: "DE",
  vatId: "DE123456789",
  billingToId: await payer(here),
  creditLimit: "5",
  type: "customer",
  resellerId: await reseller(here),
  orderApproval: true,
});

export const code = () => `P${randomUUID().slice(0, 8)}`;

export async function seen(here: TestOrganization) {
  const { code, version } = await order(here);
  return { code, version };
}

/** Returns what the confirmation before the command showed. */
export async function shown(here: TestOrganization, question: "execute" | "cancel" | "deliver") {
  const { code, version, shown } = await getOrder(here.as.administrator, (await order(here)).code);
  return { code, version, seen: shown[question].seen };
}
