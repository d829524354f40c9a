import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { beforeAll, expect, test } from "vitest";
import { mostRoles } from "@/lib/domain/roles/bounds";
import { type Prisma, sql } from "../../kernel/db";
import { createOrders } from "../../orders/commands/create-orders";
import { deliverOrder } from "../../orders/commands/deliver-order";
import { executeOrder } from "../../orders/commands/execute-order";
import { type ApiAnswer, apiAs, apiWith, expectProblem, newOrderBody } from "../../testing/api";
import { makeApiKey } from "../../testing/factories/api-keys";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  makeUser,
  type TestOrganization,
  value,
} from "../../testing/factories/basics";
import { buy } from "../../testing/factories/baskets";
import { makeCustomer } from "../../testing/factories/customers";
import { makeMember } from "../../testing/factories/memberships";
import { makeOrder, storedOrder } from "../../testing/factories/orders";
import { makeUserWith } from "../../testing/factories/roles";
import { makeBasket, makeScheduledOrder } from "../../testing/factories/scheduling";
import { makeVendorProduct, testSecret } from "../../testing/factories/vendors";
import { cancelStatement, lockWaits } from "../../testing/lock-waits";
import { owner } from "../../testing/owner";
import { WebhookAtWork } from "../../testing/webhook-at-work";
import { VendorSimulator } from "../../vendor-simulator/simulator";
import { endpoints } from "./endpoints";
import { problemsOfEndpoint } from "./problems-of-endpoint";
import { apiServer } from "./serve";

/** Provokes every problem that the API documents, through the API alone, so that none stands there which nobody can meet. */

let here: TestOrganization;
let admin: ReturnType<typeof apiWith>;
let operator: ReturnType<typeof apiWith>;
beforeAll(async () => {
  here = await makeOrganization();
  [admin, operator] = [await apiAs(here, "administrator"), await apiAs(here)];
});

const executed = async () => {
  const order = await makeOrder(here);
  value(await executeOrder(here.as.operator, { code: order.code }));
  return order;
};
const ofVersion = async (path: string, api = admin) => ({
  "if-match": (await api("GET", path)).headers.get("etag") ?? "",
});
const patch = async (path: string, body: object) =>
  admin("PATCH", path, { body, headers: await ofVersion(path) });
const euros = (amount: string) => ({ amount, currency: "EUR" });
const account = async (more: object = {}) => (await makeAccount(here, { creditLimit: null, ...more })).id;
const pay = (id: string, more: object = {}) =>
  operator("POST", `/accounts/${id}/payments`, { body: { amount: euros("5.00"), ...more } });
const statuses = () => admin("GET", "/order-statuses");
const invoiced = async () => {
  const { code, accountId } = await executed();
  const [invoice] = (await operator("GET", `/orders/${code}/invoices`)).body.data;
  return { accountId, invoiceId: invoice.id, total: invoice.total };
};
const bulkRun = async () => {
  const orderIds = [(await makeOrder(here)).id];
  const body = { selection: { orderIds }, work: { action: "execute", input: {} } };
  return (await operator("POST", "/bulk-runs", { body })).body.id;
};
const subOrder = async () => {
  const order = await makeOrder(here, { items: [{ productId: (await makeProduct(here)).id, quantity: 3 }] });
  const items = [{ itemId: order.items[0]?.id ?? "", quantity: 1 }];
  const { subOrderCode } = value(await deliverOrder(here.as.operator, { code: order.code, items }));
  return { order, items, subOrderCode };
};
const deliver = (code: string, items: object[]) =>
  operator("POST", `/orders/${code}/deliveries`, { body: { items } });
const webhook = async () => {
  const body = { name: randomUUID(), url: "https://receiver.example/", types: ["order.created"] };
  return { body, id: (await admin("POST", "/webhook-endpoints", { body })).body.id };
};
const imported = async () => {
  const text = "externalId,name\nA,Imported\n";
  const headers = { "content-type": "text/csv" };
  const { body } = await admin("POST", "/imports?subject=accounts&format=csv&dryRun=true", {
    text,
    headers,
  });
  return body.id;
};

type Row = Record<string, unknown>;
const sentStatuses = async (): Promise<Row[]> =>
  (await statuses()).body.data.map(({ system, orders, ...sent }: Row) => sent);
const replaceStatuses = async (edit: (list: Row[]) => Row[]) => {
  const data = edit(await sentStatuses());
  return admin("PUT", "/order-statuses", { body: { data }, headers: await ofVersion("/order-statuses") });
};
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
const editScheduled = async (edit: (first: Item) => Promise<object[]>) => {
  const { code, items } = await makeScheduledOrder(here);
  const [first, ...others] = items.map(({ id, productId }) => ({ id, productId, quantity: 1 }));
  return patch(`/orders/${code}`, { items: [...(await edit(first as Item)), ...others] });
};
/** Has the events of a canceled order delivered to a receiver that fails at the second event. */
const withDeliveries = async (
  ask: (made: { id: string; delivered: string; second: string }) => Promise<ApiAnswer>,
) => {
  const at = await WebhookAtWork.begin(here, ["order.created", "order.cancelled", "user.activated"]);
  try {
    const { code } = await makeOrder(here);
    await at.workUntil(1);
    at.receiver.answer = () => 500;
    await admin("POST", `/orders/${code}/cancel`);
    await admin("POST", `/orders/${(await makeOrder(here)).code}/cancel`);
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
};

const problems: Record<string, () => Promise<ApiAnswer>> = {
  unauthorized: () => apiWith("od_nonsense")("GET", "/orders"),
  forbidden: () => operator("GET", "/users"),
  not_found: () => operator("GET", "/orders/1"),
  invalid_parameter: () => operator("GET", "/orders?limit=0"),
  invalid_cursor: () => operator("GET", "/orders?cursor=nonsense"),
  invalid_json: () => operator("POST", "/orders", { text: "{" }),
  not_json: () => operator("POST", "/orders", { text: "a=b", headers: { "content-type": "text/plain" } }),
  too_long: () => operator("POST", "/orders", { text: JSON.stringify({ note: "x".repeat(2_000_000) }) }),
  invalid_body: () => operator("POST", "/orders", { body: { items: [] } }),
  too_many_requests: async () => {
    const { secret } = await makeApiKey(here);
    const api = apiWith(secret, apiServer({ requestsPerMinute: 1 }));
    await api("GET", "/orders");
    return api("GET", "/orders");
  },
  changed_meanwhile: async () =>
    operator("POST", `/orders/${(await makeOrder(here)).code}/cancel`, { headers: { "if-match": '"99"' } }),
  version_needed: async () =>
    operator("PATCH", `/orders/${(await makeOrder(here)).code}`, { body: { note: "x" } }),
  key_reused: async () => {
    const headers = { "idempotency-key": randomUUID() };
    await operator("POST", "/orders", { body: await newOrderBody(here), headers });
    return operator("POST", "/orders", { body: await newOrderBody(here, 3), headers });
  },

  invalid_input: async () => {
    const { code, items } = await makeOrder(here);
    const item = { id: items[0]?.id, productId: items[0]?.productId, quantity: 1 };
    return patch(`/orders/${code}`, { items: [item, { ...item, id: undefined, productId: randomUUID() }] });
  },
  waits_for_approval: async () => {
    const { code, items } = await makeOrder(here);
    await owner().order.updateMany({
      where: { organizationId: here.organizationId, code },
      data: {
        statusId: here.statuses["Pending Reseller Approval"] ?? "",
        statusType: "in_progress",
        statusStorefrontType: "pending_approval",
      },
    });
    return patch(`/orders/${code}`, {
      items: [{ id: items[0]?.id, productId: items[0]?.productId, quantity: 9 }],
    });
  },
  not_schedulable: () =>
    editScheduled(async ({ productId, quantity }) => [{ productId, quantity, itemType: "trial" }]),
  priced_on_the_day: () =>
    editScheduled(async ({ id, productId, quantity }) => [
      { id, productId, quantity, unitPrice: euros("1.00") },
    ]),
  statuses_changed: async () => {
    const list = await sentStatuses();
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
  needs_confirmation: async () => {
    const shown = { type: "in_progress", color: "#336699", active: true };
    const waiting = { ...shown, no: 90, description: "Waiting for stock", storefrontType: "viewable" };
    const { body } = await replaceStatuses((list) => [...list, waiting]);
    const { id: statusId } = body.data.find(({ no }: Row) => no === 90);
    await operator("POST", `/orders/${(await makeOrder(here)).code}/status`, { body: { statusId } });
    return replaceStatuses((list) =>
      list.map((row) => (row.id === statusId ? { ...row, storefrontType: "submitted" } : row)),
    );
  },
  status_not_settable: async () =>
    operator("POST", `/orders/${(await makeOrder(here)).code}/status`, {
      body: { statusId: here.statuses.Executing },
    }),
  status_not_allowed: async () =>
    operator("POST", `/orders/${(await makeOrder(here)).code}/status`, { body: { statusId: randomUUID() } }),
  already_executed: async () => operator("POST", `/orders/${(await executed()).code}/execute`),
  already_cancelled: async () => {
    const { code } = await makeOrder(here);
    await operator("POST", `/orders/${code}/cancel`);
    return operator("POST", `/orders/${code}/cancel`);
  },
  customers_draft: async () => operator("POST", `/orders/${(await makeBasket(here)).code}/execute`),
  scheduler_has_it: async () =>
    operator("POST", `/orders/${(await makeScheduledOrder(here)).code}/deliveries`, {
      body: { items: [{ itemId: randomUUID(), quantity: 1 }] },
    }),
  held: async () => {
    const { code } = await makeOrder(here, { accountId: await account({ creditLimit: "1" }) });
    return operator("POST", `/orders/${code}/execute`);
  },
  unanswered: async () => {
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
    const answer = await operator("POST", `/orders/${code}/execute`);
    restless.close();
    await vendor.stop();
    return answer;
  },
  unknown_item: async () => deliver((await makeOrder(here)).code, [{ itemId: randomUUID(), quantity: 1 }]),
  delivery_started: async () => {
    const { order } = await subOrder();
    const item = { id: order.items[0]?.id, productId: order.items[0]?.productId, quantity: 9 };
    return patch(`/orders/${order.code}`, {
      items: [item, { productId: (await makeProduct(here)).id, quantity: 1 }],
    });
  },
  sub_order_of_sub_order: async () => {
    const { subOrderCode, items } = await subOrder();
    return deliver(subOrderCode, items);
  },
  quantity_not_left: async () => {
    const { order, items } = await subOrder();
    return deliver(order.code, [{ ...items[0], quantity: 3 }]);
  },
  not_executed: async () =>
    admin("POST", `/orders/${(await makeOrder(here)).code}/reverse`, { body: { comment: "Mistake" } }),
  moved_in: async () => {
    const order = {
      ...{ accountId: await account(), externalId: "po-1", statusId: here.statuses.Executed },
      ...{
        endedAt: "2020-01-01T00:00:00Z",
        items: [{ productId: (await makeProduct(here)).id, quantity: 1 }],
      },
    };
    const { codes } = value(await createOrders(here.as.administrator, { orders: [order] }));
    return admin("POST", `/orders/${codes[0]}/reverse`, { body: { comment: "Mistake" } });
  },
  already_reversed: async () => {
    const { code } = await executed();
    await admin("POST", `/orders/${code}/reverse`, { body: { comment: "Mistake" } });
    return admin("POST", `/orders/${code}/reverse`, { body: { comment: "Mistake" } });
  },
  executed_together: async () => {
    const { order, subOrderCode } = await subOrder();
    value(await executeOrder(here.as.operator, { code: order.code }));
    return admin("POST", `/orders/${subOrderCode}/reverse`, { body: { comment: "Mistake" } });
  },
  changed_since: async () => {
    const { code, accountId, items } = await executed();
    const [subscription] = (await operator("GET", `/orders/${code}/subscriptions`)).body.data;
    const { productId } = items[0] ?? {};
    const more = { productId, quantity: 1, itemType: "quantity_change", subscriptionId: subscription.id };
    const { body } = await operator("POST", "/orders", { body: { accountId, items: [more] } });
    await operator("POST", `/orders/${body.code}/execute`);
    return admin("POST", `/orders/${code}/reverse`, { body: { comment: "Mistake" } });
  },

  statuses_invalid: async () => {
    const { body, headers } = await statuses();
    const data = body.data.map(({ system: _, orders: __, ...status }: Record<string, unknown>) => status);
    const faulty = data.map((status: object) => ({ ...status, description: "Same" }));
    const now = { "if-match": headers.get("etag") ?? "" };
    return admin("PUT", "/order-statuses", { body: { data: faulty }, headers: now });
  },

  unknown_billing_to: () => admin("POST", "/accounts", { body: { name: "Bill", billingToId: randomUUID() } }),
  decides_credit: async () =>
    operator("POST", "/accounts", { body: { name: "Rich", billingToId: await account({ name: "Payer" }) } }),
  unknown_reseller: () =>
    operator("POST", "/accounts", { body: { name: "Sold to", resellerId: randomUUID() } }),
  orders_wait: async () => {
    const reseller = await account({ type: "reseller" });
    const customer = await makeCustomer(here, { resellerId: reseller });
    await buy(customer, (await makeProduct(here)).id);
    return patch(`/accounts/${customer.accountId}`, { resellerId: null });
  },
  has_customers: async () => {
    const reseller = await account({ type: "reseller" });
    await account({ resellerId: reseller });
    return patch(`/accounts/${reseller}`, { type: "customer" });
  },
  name_used: async () => {
    const body = { name: `Twice ${randomUUID()}`, email: null };
    await operator("POST", "/accounts", { body });
    return operator("POST", "/accounts", { body });
  },
  too_many_decimals: async () => pay(await account(), { amount: euros("5.001") }),
  date_out_of_range: async () => pay(await account(), { receivedOn: "2001-01-01" }),
  unknown_invoice: async () =>
    pay(await account(), { allocations: [{ invoiceId: randomUUID(), amount: euros("1.00") }] }),
  more_than_outstanding: async () => {
    const { accountId, invoiceId } = await invoiced();
    const allocations = [{ invoiceId, amount: euros("9000.00") }];
    return pay(accountId, { amount: euros("9000.00"), allocations });
  },
  more_than_paid: async () => {
    const { accountId, invoiceId, total } = await invoiced();
    return pay(accountId, { amount: euros("1.00"), allocations: [{ invoiceId, amount: total }] });
  },
  reference_used: async () => {
    const id = await account();
    await pay(id, { reference: "Twice" });
    return pay(id, { reference: "Twice" });
  },
  payment_already_reversed: async () => {
    const { body } = await pay(await account());
    const reverse = () => operator("POST", `/payments/${body.id}/reverse`, { body: { reason: "Bounced" } });
    await reverse();
    return reverse();
  },

  code_taken: async () => {
    const { code } = await makeProduct(here);
    const { body } = await admin("GET", `/products/${code}`);
    const { name, type, billingPeriod, price, cost, taxRate } = body;
    return admin("POST", "/products", { body: { code, name, type, billingPeriod, price, cost, taxRate } });
  },
  unknown_vendor: async () =>
    patch(`/products/${(await makeProduct(here)).code}`, {
      provisioningDriver: "http",
      vendorId: randomUUID(),
    }),
  only_subscriptions_are_tried: async () =>
    patch(`/products/${(await makeProduct(here, { type: "asset", billingPeriod: "once" })).code}`, {
      trialDays: 30,
      trialMaxQuantity: 5,
    }),

  email_taken: async () => {
    const { email } = await makeUser(here);
    return admin("POST", "/users", { body: { email, name: "Twice", role: "operator" } });
  },
  already_invited: async () => {
    const body = { email: `${randomUUID()}@example.com`, name: "Ida", role: "operator" };
    await admin("POST", "/users", { body });
    return admin("POST", "/users", { body });
  },
  user_inactive: async () => {
    const { id } = await makeUser(here);
    await admin("POST", `/users/${id}/deactivate`, { headers: await ofVersion(`/users/${id}`) });
    return admin("POST", `/users/${id}/link`);
  },
  reaches_elsewhere: async () => {
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
  unknown_account: async () => {
    const { id } = await makeUser(here);
    const headers = await ofVersion(`/users/${id}`);
    return admin("PUT", `/users/${id}/role`, {
      body: { role: "customer", accountId: randomUUID() },
      headers,
    });
  },
  no_reseller: async () => {
    const { id } = await makeUser(here);
    const headers = await ofVersion(`/users/${id}`);
    return admin("PUT", `/users/${id}/role`, {
      body: { role: "reseller", accountId: await account() },
      headers,
    });
  },
  last_administrator: async () => {
    const shop = await makeOrganization();
    const { id } = await makeUser(shop, { role: "administrator" });
    const api = await apiAs(shop, "administrator");
    return api("POST", `/users/${id}/deactivate`, { headers: await ofVersion(`/users/${id}`, api) });
  },

  unknown_role: async () => {
    const { id } = await makeUser(here);
    const body = { role: "custom", roleId: randomUUID() };
    return admin("PUT", `/users/${id}/role`, { body, headers: await ofVersion(`/users/${id}`) });
  },
  too_many_roles: async () => {
    const shop = await makeOrganization();
    const api = await apiAs(shop, "administrator");
    const make = (name: string) => api("POST", "/roles", { body: { name, permissions: ["order:read"] } });
    for (let at = 1; at <= mostRoles; at++) await make(`Role ${at}`);
    return make("One more");
  },
  role_name_taken: () =>
    admin("POST", "/roles", { body: { name: "administrator", permissions: ["order:read"] } }),
  role_in_use: async () => {
    const { role } = await makeUserWith(here, ["order:read"]);
    return admin("DELETE", `/roles/${role.id}`, { headers: await ofVersion(`/roles/${role.id}`) });
  },
  last_managing_role: async () => {
    const shop = await makeOrganization();
    const { role } = await makeUserWith(shop, ["user:save", "role:save"]);
    const api = await apiAs(shop, "administrator");
    const headers = await ofVersion(`/roles/${role.id}`, api);
    return api("PATCH", `/roles/${role.id}`, { body: { permissions: ["order:read"] }, headers });
  },

  cursor_expired: () => {
    const old = Buffer.from(JSON.stringify(["1", "1", "2020-01-01T00:00:00.000Z"])).toString("base64url");
    return operator("GET", `/events?after=${old}`);
  },
  cursor_not_understood: () => operator("GET", "/events?after=nonsense"),

  not_a_file: () => operator("POST", "/imports?subject=accounts&format=csv", { body: {} }),
  file_not_read: () =>
    admin("POST", "/imports?subject=accounts&format=csv", {
      text: "\n",
      headers: { "content-type": "text/csv" },
    }),
  import_begun: async () => {
    const id = await imported();
    await admin("POST", `/imports/${id}/start`);
    return admin("POST", `/imports/${id}/start`);
  },
  import_ended: async () => {
    const id = await imported();
    await admin("POST", `/imports/${id}/cancel`);
    return admin("POST", `/imports/${id}/cancel`);
  },

  nothing_selected: () =>
    operator("POST", "/bulk-runs", {
      body: { selection: { orderIds: [randomUUID()] }, work: { action: "cancel", input: {} } },
    }),
  too_many_selected: async () => {
    const { code, accountId } = await makeOrder(here);
    await owner().$executeRaw`
      INSERT INTO orders SELECT copy.* FROM orders, generate_series(1, 10000) AS n, jsonb_populate_record(NULL::orders,
        to_jsonb(orders) || jsonb_build_object('id', gen_random_uuid(), 'number', 1000000 + n, 'code', (1000000 + n)::text)) AS copy
      WHERE orders.code = ${code}`;
    const body = {
      selection: { filter: { account: accountId } },
      work: { action: "cancel", input: {} },
    };
    return operator("POST", "/bulk-runs", { body });
  },
  run_ended: async () => {
    const id = await bulkRun();
    await operator("POST", `/bulk-runs/${id}/stop`);
    return operator("POST", `/bulk-runs/${id}/stop`);
  },
  nothing_to_retry: async () => operator("POST", `/bulk-runs/${await bulkRun()}/retry`),

  endpoint_not_allowed: async () =>
    admin("POST", "/webhook-endpoints", { body: { ...(await webhook()).body, url: "http://10.0.0.1/" } }),
  webhook_name_taken: async () => admin("POST", "/webhook-endpoints", { body: (await webhook()).body }),
  webhook_disabled: async () => {
    const { id } = await webhook();
    await admin("POST", `/webhook-endpoints/${id}/disable`, {
      headers: await ofVersion(`/webhook-endpoints/${id}`),
    });
    return admin("POST", `/webhook-endpoints/${id}/test`);
  },
  earlier_delivery_waits: () =>
    withDeliveries(({ id, second }) => admin("POST", `/webhook-endpoints/${id}/deliveries/${second}/resend`)),
  delivery_under_way: () =>
    withDeliveries(async ({ id, delivered }) => {
      const again = `/webhook-endpoints/${id}/deliveries/${delivered}/resend`;
      await admin("POST", again);
      return admin("POST", again);
    }),
  too_many_events: () =>
    withDeliveries(async ({ id }) => {
      await owner().$executeRaw`
        INSERT INTO events (organization_id, at, kind, actor_type, actor_name, subject)
        SELECT ${here.organizationId}::uuid, now(), 'user.activated', 'system', 'System', 'Ada' FROM generate_series(1, 10001)`;
      // It has read them all.
      await owner().webhook.updateMany({ where: { id }, data: { position: 2n ** 60n } });
      return admin("POST", `/webhook-endpoints/${id}/replay`, { body: { since: "2020-01-01T00:00:00Z" } });
    }),

  took_too_long: async () => {
    const { code } = await makeOrder(here);
    const lock = sql`SELECT FROM orders WHERE code = ${code} FOR UPDATE`;
    return whileLocked(lock, async () => {
      const answer = operator("POST", `/orders/${code}/cancel`);
      await expect.poll(lockWaits).toHaveLength(1);
      for (const pid of await lockWaits()) await cancelStatement(pid);
      return answer;
    });
  },
  failed: async () => {
    await owner().$executeRaw`ALTER TABLE roles RENAME TO lost`;
    const answer = await admin("GET", "/roles");
    await owner().$executeRaw`ALTER TABLE lost RENAME TO roles`;
    return answer;
  },
};

test.each(Object.entries(problems))("%s", async (code, provoke) => {
  const answer = await provoke();
  expect(answer.body.code, JSON.stringify(answer.body)).toBe(code);
  expectProblem(answer, answer.status, code);
});

test("there is no documented problem without a try", () => {
  const documented = new Set(
    endpoints.flatMap((endpoint) => problemsOfEndpoint(endpoint).map(({ code }) => code)),
  );
  expect(Object.keys(problems).toSorted()).toEqual([...documented].toSorted());
});
