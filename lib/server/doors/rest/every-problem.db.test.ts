import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
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
import { makeOrder } from "../../testing/factories/orders";
import { makeUserWith } from "../../testing/factories/roles";
import { makeBasket, makeScheduledOrder } from "../../testing/factories/scheduling";
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
};

/** Says of a problem where else it is tried, or why no program meets it in a test. */
const elsewhere: Record<string, string> = {
  failed: "It tells a fault of ours.",
  took_too_long: "lib/server/kernel/took-too-long.db.test.ts",
  unanswered:
    "The product asks whoever has to answer before it refuses: lib/server/orders/holds/asking.db.test.ts.",
  too_many_roles: "It takes 200 roles: lib/server/roles/roles.db.test.ts.",
  own_user: "A key is no user: lib/server/users/users.db.test.ts.",
  waits_for_approval: "lib/server/storefront/approvals",
  not_schedulable: "lib/server/scheduling",
  priced_on_the_day: "lib/server/scheduling",
  not_with_scheduler: "The scheduler alone is told so.",
  statuses_changed: "lib/server/order-statuses",
  needs_confirmation: "lib/server/order-statuses",
  too_many_selected: "It takes more than 10,000 orders.",
  delivery_under_way: "lib/server/webhooks",
  earlier_delivery_waits: "lib/server/webhooks",
  too_many_events: "lib/server/webhooks",
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
  const tried = [...Object.keys(problems), ...Object.keys(elsewhere)];
  expect(tried.toSorted()).toEqual([...documented].toSorted());
});
