import "server-only";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect } from "vitest";
import { type Prisma, sql } from "../../kernel/db";
import { createOrders } from "../../orders/commands/create-orders";
import { VendorSimulator } from "../../vendor-simulator/simulator";
import { type ApiAnswer, apiAs } from "../api";
import { makeOrganization, makeUser, value } from "../factories/basics";
import { buy } from "../factories/baskets";
import { makeCustomer } from "../factories/customers";
import { makeMember } from "../factories/memberships";
import { makeOrder, storedOrder } from "../factories/orders";
import { makeUserWith } from "../factories/roles";
import { makeBasket, makeScheduledOrder } from "../factories/scheduling";
import { makeVendorProduct, testSecret } from "../factories/vendors";
import { cancelStatement, lockWaits } from "../lock-waits";
import { owner } from "../owner";
import { WebhookAtWork } from "../webhook-at-work";
import { type Asking, euros, type Provoke } from "./asking";

/** Does something while another transaction holds a lock. */
const whileLocked = <Value>(lock: Prisma.Sql, work: () => Promise<Value>): Promise<Value> =>
  owner().$transaction(
    async (tx) => {
      await tx.$executeRaw(lock);
      return work();
    },
    { timeout: 600_000 },
  );

type Item = { id: string; productId: string; quantity: number };

const editScheduled = async ({ here, patch }: Asking, edit: (first: Item) => object) => {
  const { code, items } = await makeScheduledOrder(here);
  const [first, ...others] = items.map(({ id, productId }) => ({ id, productId, quantity: 1 }));
  return patch(`/orders/${code}`, { items: [edit(first as Item), ...others] });
};

const ofStorefront: Record<string, Provoke> = {
  waits_for_approval: async ({ here, order, patch }) => {
    const { code, items } = await order();
    await owner().order.updateMany({
      where: { organizationId: here.organizationId, code },
      data: {
        statusId: here.statuses["Pending Reseller Approval"] ?? "",
        statusType: "in_progress",
        statusStorefrontType: "pending_approval",
      },
    });
    const [{ id, productId }] = items;
    return patch(`/orders/${code}`, { items: [{ id, productId, quantity: 9 }] });
  },
  not_schedulable: (asking) =>
    editScheduled(asking, ({ productId, quantity }) => ({ productId, quantity, itemType: "trial" })),
  priced_on_the_day: (asking) => editScheduled(asking, (first) => ({ ...first, unitPrice: euros("1.00") })),
  customers_draft: async ({ here, execute }) => execute((await makeBasket(here)).code),
  scheduler_has_it: async ({ here, deliver }) =>
    deliver((await makeScheduledOrder(here)).code, [{ itemId: randomUUID(), quantity: 1 }]),
  orders_wait: async ({ here, account, product, patch }) => {
    const customer = await makeCustomer(here, { resellerId: await account({ type: "reseller" }) });
    await buy(customer, (await product()).id);
    return patch(`/accounts/${customer.accountId}`, { resellerId: null });
  },
};

const ofAnotherSystem: Record<string, Provoke> = {
  unanswered: async ({ here, patch, execute }) => {
    // Each time we ask this vendor, the order has changed before it answers.
    const vendor = await VendorSimulator.start(testSecret);
    let code = "";
    let quantity = 1;
    const restless = createServer(async (request, response) => {
      const { items } = await storedOrder(here.as.operator, code);
      const item = { id: items[0]?.id, productId: items[0]?.productId, quantity: ++quantity };
      await patch(`/orders/${code}`, { items: [item] });
      const headers = request.headers as Record<string, string>;
      const answer = await fetch(vendor.url({}), { method: "POST", headers, body: await text(request) });
      response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
    });
    await once(restless.listen(0, "127.0.0.1"), "listening");
    const endpoint = `http://127.0.0.1:${(restless.address() as AddressInfo).port}/`;
    const product = await makeVendorProduct(here, { endpoint, preCheck: true });
    ({ code } = await makeOrder(here, { items: [{ productId: product.id, quantity }] }));
    const answer = await execute(code);
    restless.close();
    await vendor.stop();
    return answer;
  },
  moved_in: async ({ here, account, product, reverse }) => {
    const order = {
      ...{ accountId: await account(), externalId: "po-1", statusId: here.statuses.Executed },
      ...{ endedAt: "2020-01-01T00:00:00Z", items: [{ productId: (await product()).id, quantity: 1 }] },
    };
    const { codes } = value(await createOrders(here.as.administrator, { orders: [order] }));
    return reverse(codes[0] ?? "");
  },
};

const ofPeople: Record<string, Provoke> = {
  email_taken: async ({ here, admin }) => {
    const { email } = await makeUser(here);
    return admin("POST", "/users", { body: { email, name: "Twice", role: "operator" } });
  },
  reaches_elsewhere: async ({ here, admin }) => {
    const { id } = await makeMember(here, await makeOrganization());
    return admin("POST", `/users/${id}/link`);
  },
  useless_link: async () => {
    const shop = await makeOrganization();
    const { id } = await makeUser(shop);
    const where = { id: shop.organizationId };
    await owner().organization.update({ where, data: { singleSignOnOnly: true } });
    const { personId } = await owner().user.findFirstOrThrow({ where: { id } });
    const account = { personId, issuer: process.env.OIDC_ISSUER ?? "", subject: randomUUID() };
    await owner().identity.create({ data: { ...account, createdAt: new Date() } });
    return (await apiAs(shop, "administrator"))("POST", `/users/${id}/link`);
  },
  last_administrator: async ({ ofVersion }) => {
    const shop = await makeOrganization();
    const { id } = await makeUser(shop, { role: "administrator" });
    const api = await apiAs(shop, "administrator");
    return api("POST", `/users/${id}/deactivate`, { headers: await ofVersion(`/users/${id}`, api) });
  },
  last_managing_role: async ({ ofVersion }) => {
    const shop = await makeOrganization();
    const { role } = await makeUserWith(shop, ["user:save", "role:save"]);
    const api = await apiAs(shop, "administrator");
    const headers = await ofVersion(`/roles/${role.id}`, api);
    return api("PATCH", `/roles/${role.id}`, { body: { permissions: ["order:read"] }, headers });
  },
};

/** Has the events of a canceled order delivered to a receiver that fails at the second event. */
async function withDeliveries(
  { here, order, cancel }: Asking,
  ask: (made: { id: string; delivered: string; second: string }) => Promise<ApiAnswer>,
): Promise<ApiAnswer> {
  const at = await WebhookAtWork.begin(here, ["order.created", "order.cancelled", "user.activated"]);
  try {
    const { code } = await order();
    await at.workUntil(1);
    at.receiver.answer = () => 500;
    await cancel(code);
    await cancel((await order()).code);
    await at.workUntil(4);
    const deliveries = await at.deliveries();
    const [delivered, second] = [
      deliveries.find(({ state }) => state === "delivered"),
      deliveries.find(({ state, nextAttemptAt }) => state === "waiting" && !nextAttemptAt),
    ];
    return await ask({ id: at.id, delivered: delivered?.id ?? "", second: second?.id ?? "" });
  } finally {
    await at.end();
  }
}

const ofReceivers: Record<string, Provoke> = {
  earlier_delivery_waits: (asking) =>
    withDeliveries(asking, ({ id, second }) =>
      asking.admin("POST", `/webhook-endpoints/${id}/deliveries/${second}/resend`),
    ),
  delivery_under_way: (asking) =>
    withDeliveries(asking, async ({ id, delivered }) => {
      const again = `/webhook-endpoints/${id}/deliveries/${delivered}/resend`;
      await asking.admin("POST", again);
      return asking.admin("POST", again);
    }),
  too_many_events: (asking) =>
    withDeliveries(asking, async ({ id }) => {
      await owner().$executeRaw`
        INSERT INTO events (organization_id, at, kind, actor_type, actor_name, subject)
        SELECT ${asking.here.organizationId}::uuid, now(), 'user.activated', 'system', 'System', 'Ada'
        FROM generate_series(1, 10001)`;
      // It has read them all.
      await owner().webhook.updateMany({ where: { id }, data: { position: 2n ** 60n } });
      const body = { since: "2020-01-01T00:00:00Z" };
      return asking.admin("POST", `/webhook-endpoints/${id}/replay`, { body });
    }),
};

const ofLuck: Record<string, Provoke> = {
  statuses_changed: async ({ here, admin, statusList, ofVersion }) => {
    const list = await statusList();
    const headers = await ofVersion("/order-statuses");
    const lock = sql`SELECT FROM organizations WHERE id = ${here.organizationId}::uuid FOR NO KEY UPDATE`;
    // Two callers begin with the same list, and both ask for another color of the same status.
    const saves = await whileLocked(lock, async () => {
      const begun = ["#111111", "#222222"].map((color) =>
        admin("PUT", "/order-statuses", {
          body: { data: [{ ...list[0], color }, ...list.slice(1)] },
          headers,
        }),
      );
      await expect.poll(lockWaits).toHaveLength(2);
      return { begun };
    });
    const answers = await Promise.all(saves.begun);
    return answers.find(({ status }) => status !== 200) as ApiAnswer;
  },
  too_many_selected: async ({ order, operator }) => {
    const { code, account } = await order();
    await owner().$executeRaw`
      INSERT INTO orders SELECT copy.* FROM orders, generate_series(1, 10000) AS n, jsonb_populate_record(NULL::orders,
        to_jsonb(orders) || jsonb_build_object('id', gen_random_uuid(), 'number', 1000000 + n, 'code', (1000000 + n)::text)) AS copy
      WHERE orders.code = ${code}`;
    const selection = { filter: { account: account.id } };
    return operator("POST", "/bulk-runs", { body: { selection, work: { action: "cancel", input: {} } } });
  },
  took_too_long: async ({ order, cancel }) => {
    const { code } = await order();
    const lock = sql`SELECT FROM orders WHERE code = ${code} FOR UPDATE`;
    return whileLocked(lock, async () => {
      const answer = cancel(code);
      await expect.poll(lockWaits).toHaveLength(1);
      for (const pid of await lockWaits()) await cancelStatement(pid);
      return answer;
    });
  },
  failed: async ({ admin }) => {
    await owner().$executeRaw`ALTER TABLE roles RENAME TO lost`;
    const answer = await admin("GET", "/roles");
    await owner().$executeRaw`ALTER TABLE lost RENAME TO roles`;
    return answer;
  },
};

/**
 * Provokes the problems that need what no call of the API makes: a customer in the Storefront, a vendor or receiver, a person who has
 * accepted, another organization, ten thousand orders, a race, or a fault of ours.
 */
export const prepared: Record<string, Provoke> = {
  ...ofStorefront,
  ...ofAnotherSystem,
  ...ofPeople,
  ...ofReceivers,
  ...ofLuck,
};
