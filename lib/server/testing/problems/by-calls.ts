import "server-only";
import { randomUUID } from "node:crypto";
import { mostRoles } from "@/lib/domain/roles/bounds";
import { apiServer } from "../../doors/rest/serve";
import { apiWith } from "../api";
import { makeApiKey } from "../factories/api-keys";
import { type Asking, euros, type Provoke } from "./asking";

const request: Record<string, Provoke> = {
  unauthorized: () => apiWith("od_nonsense")("GET", "/orders"),
  forbidden: ({ operator }) => operator("GET", "/users"),
  not_found: ({ operator }) => operator("GET", "/orders/1"),
  invalid_parameter: ({ operator }) => operator("GET", "/orders?limit=0"),
  invalid_cursor: ({ operator }) => operator("GET", "/orders?cursor=nonsense"),
  invalid_json: ({ operator }) => operator("POST", "/orders", { text: "{" }),
  not_json: ({ operator }) =>
    operator("POST", "/orders", { text: "a=b", headers: { "content-type": "text/plain" } }),
  too_long: ({ operator }) =>
    operator("POST", "/orders", { text: JSON.stringify({ note: "x".repeat(2_000_000) }) }),
  invalid_body: ({ operator }) => operator("POST", "/orders", { body: { items: [] } }),
  too_many_requests: async ({ here }) => {
    const { secret } = await makeApiKey(here);
    const api = apiWith(secret, apiServer({ requestsPerMinute: 1 }));
    await api("GET", "/orders");
    return api("GET", "/orders");
  },
  changed_meanwhile: async ({ operator, order }) =>
    operator("POST", `/orders/${(await order()).code}/cancel`, { headers: { "if-match": '"99"' } }),
  version_needed: async ({ operator, order }) =>
    operator("PATCH", `/orders/${(await order()).code}`, { body: { note: "x" } }),
  key_reused: async ({ operator, account, product }) => {
    const headers = { "idempotency-key": randomUUID() };
    const body = { accountId: await account(), items: [{ productId: (await product()).id, quantity: 1 }] };
    await operator("POST", "/orders", { body, headers });
    return operator("POST", "/orders", { body: { ...body, name: "Another one" }, headers });
  },
  cursor_expired: ({ operator }) => {
    const old = Buffer.from(JSON.stringify(["1", "1", "2020-01-01T00:00:00.000Z"])).toString("base64url");
    return operator("GET", `/events?after=${old}`);
  },
  cursor_not_understood: ({ operator }) => operator("GET", "/events?after=nonsense"),
};

const orders: Record<string, Provoke> = {
  invalid_input: async ({ patch, order }) => {
    const { code, items } = await order();
    const [{ id, productId }] = items;
    const unknown = { productId: randomUUID(), quantity: 1 };
    return patch(`/orders/${code}`, { items: [{ id, productId, quantity: 1 }, unknown] });
  },
  status_not_settable: async ({ operator, order, statusId }) =>
    operator("POST", `/orders/${(await order()).code}/status`, {
      body: { statusId: await statusId("Executing") },
    }),
  status_not_allowed: async ({ operator, order }) =>
    operator("POST", `/orders/${(await order()).code}/status`, { body: { statusId: randomUUID() } }),
  already_executed: async ({ execute, executed }) => execute((await executed()).code),
  already_cancelled: async ({ order, cancel }) => {
    const { code } = await order();
    await cancel(code);
    return cancel(code);
  },
  held: async ({ account, order, execute }) =>
    execute((await order({ accountId: await account({ creditLimit: euros("1.00") }) })).code),
  unknown_item: async ({ order, deliver }) =>
    deliver((await order()).code, [{ itemId: randomUUID(), quantity: 1 }]),
  delivery_started: async ({ subOrder, product, patch }) => {
    const { order } = await subOrder();
    const [{ id, productId }] = order.items;
    const more = { productId: (await product()).id, quantity: 1 };
    return patch(`/orders/${order.code}`, { items: [{ id, productId, quantity: 9 }, more] });
  },
  sub_order_of_sub_order: async ({ subOrder, deliver }) => {
    const { subOrderCode, items } = await subOrder();
    return deliver(subOrderCode, items);
  },
  quantity_not_left: async ({ subOrder, deliver }) => {
    const { order, items } = await subOrder();
    return deliver(order.code, [{ ...items[0], quantity: 3 }]);
  },
  not_executed: async ({ order, reverse }) => reverse((await order()).code),
  already_reversed: async ({ executed, reverse }) => {
    const { code } = await executed();
    await reverse(code);
    return reverse(code);
  },
  executed_together: async ({ subOrder, execute, reverse }) => {
    const { order, subOrderCode } = await subOrder();
    await execute(order.code);
    return reverse(subOrderCode);
  },
  changed_since: async ({ executed, read, operator, execute, reverse }) => {
    const { code, account, items } = await executed();
    const [subscription] = (await read(`/orders/${code}/subscriptions`)).data;
    const { productId } = items[0];
    const more = { productId, quantity: 1, itemType: "quantity_change", subscriptionId: subscription.id };
    const { body } = await operator("POST", "/orders", { body: { accountId: account.id, items: [more] } });
    await execute(body.code);
    return reverse(code);
  },
};

const statuses: Record<string, Provoke> = {
  needs_confirmation: async ({ order, operator, replaceStatuses }) => {
    const shown = { type: "in_progress", color: "#336699", active: true };
    const waiting = { ...shown, no: 90, description: "Waiting for stock", storefrontType: "viewable" };
    const { body } = await replaceStatuses((list) => [...list, waiting]);
    const { id: statusId } = body.data.find(({ no }: { no: number }) => no === 90);
    await operator("POST", `/orders/${(await order()).code}/status`, { body: { statusId } });
    return replaceStatuses((list) =>
      list.map((row) => (row.id === statusId ? { ...row, storefrontType: "submitted" } : row)),
    );
  },
  statuses_invalid: ({ replaceStatuses }) =>
    replaceStatuses((list) => list.map((status) => ({ ...status, description: "Same" }))),
};

const accounts: Record<string, Provoke> = {
  unknown_billing_to: ({ admin }) =>
    admin("POST", "/accounts", { body: { name: "Bill", billingToId: randomUUID() } }),
  decides_credit: async ({ operator, account }) =>
    operator("POST", "/accounts", { body: { name: "Rich", billingToId: await account() } }),
  unknown_reseller: ({ operator }) =>
    operator("POST", "/accounts", { body: { name: "Sold to", resellerId: randomUUID() } }),
  has_customers: async ({ account, patch }) => {
    const reseller = await account({ type: "reseller" });
    await account({ resellerId: reseller });
    return patch(`/accounts/${reseller}`, { type: "customer" });
  },
  name_used: async ({ operator }) => {
    const body = { name: `Twice ${randomUUID()}`, email: null };
    await operator("POST", "/accounts", { body });
    return operator("POST", "/accounts", { body });
  },
  too_many_decimals: async ({ account, pay }) => pay(await account(), { amount: euros("5.001") }),
  date_out_of_range: async ({ account, pay }) => pay(await account(), { receivedOn: "2001-01-01" }),
  unknown_invoice: async ({ account, pay }) =>
    pay(await account(), { allocations: [{ invoiceId: randomUUID(), amount: euros("1.00") }] }),
  more_than_outstanding: async ({ invoiced, pay }) => {
    const { accountId, invoiceId } = await invoiced();
    const amount = euros("9000.00");
    return pay(accountId, { amount, allocations: [{ invoiceId, amount }] });
  },
  more_than_paid: async ({ invoiced, pay }) => {
    const { accountId, invoiceId, total } = await invoiced();
    return pay(accountId, { amount: euros("1.00"), allocations: [{ invoiceId, amount: total }] });
  },
  reference_used: async ({ account, pay }) => {
    const id = await account();
    await pay(id, { reference: "Twice" });
    return pay(id, { reference: "Twice" });
  },
  payment_already_reversed: async ({ account, pay, operator }) => {
    const { body } = await pay(await account());
    const reverse = () => operator("POST", `/payments/${body.id}/reverse`, { body: { reason: "Bounced" } });
    await reverse();
    return reverse();
  },
};

const products: Record<string, Provoke> = {
  code_taken: async ({ product, read, admin }) => {
    const { code } = await product();
    const { name, type, billingPeriod, price, cost, taxRate } = await read(`/products/${code}`);
    return admin("POST", "/products", { body: { code, name, type, billingPeriod, price, cost, taxRate } });
  },
  unknown_vendor: async ({ product, patch }) =>
    patch(`/products/${(await product()).code}`, { provisioningDriver: "http", vendorId: randomUUID() }),
  only_subscriptions_are_tried: async ({ product, patch }) => {
    const { code } = await product({ type: "asset", billingPeriod: "once" });
    return patch(`/products/${code}`, { trialDays: 30, trialMaxQuantity: 5 });
  },
};

const people: Record<string, Provoke> = {
  already_invited: async ({ admin }) => {
    const body = { email: `${randomUUID()}@example.com`, name: "Ida", role: "operator" };
    await admin("POST", "/users", { body });
    return admin("POST", "/users", { body });
  },
  user_inactive: async ({ admin, user, ofVersion }) => {
    const id = await user();
    await admin("POST", `/users/${id}/deactivate`, { headers: await ofVersion(`/users/${id}`) });
    return admin("POST", `/users/${id}/link`);
  },
  unknown_account: async ({ user, setRole }) =>
    setRole(await user(), { role: "customer", accountId: randomUUID() }),
  no_reseller: async ({ user, account, setRole }) =>
    setRole(await user(), { role: "reseller", accountId: await account() }),
  unknown_role: async ({ user, setRole }) => setRole(await user(), { role: "custom", roleId: randomUUID() }),
  role_name_taken: ({ admin }) =>
    admin("POST", "/roles", { body: { name: "administrator", permissions: ["order:read"] } }),
  role_in_use: async ({ admin, user, ofVersion }) => {
    const { id } = await role({ admin }, "Clerk");
    await user({ role: "custom", roleId: id });
    return admin("DELETE", `/roles/${id}`, { headers: await ofVersion(`/roles/${id}`) });
  },
  too_many_roles: async ({ admin }) => {
    for (let at = 1; at <= mostRoles; at++) await role({ admin }, `Role ${at}`);
    return admin("POST", "/roles", { body: { name: "One more", permissions: ["order:read"] } });
  },
};

const role = async ({ admin }: Pick<Asking, "admin">, name: string) =>
  (await admin("POST", "/roles", { body: { name, permissions: ["order:read"] } })).body;

const runs: Record<string, Provoke> = {
  nothing_selected: ({ operator }) =>
    operator("POST", "/bulk-runs", {
      body: { selection: { orderIds: [randomUUID()] }, work: { action: "cancel", input: {} } },
    }),
  run_ended: async ({ operator, bulkRun }) => {
    const id = await bulkRun();
    await operator("POST", `/bulk-runs/${id}/stop`);
    return operator("POST", `/bulk-runs/${id}/stop`);
  },
  nothing_to_retry: async ({ operator, bulkRun }) => operator("POST", `/bulk-runs/${await bulkRun()}/retry`),
  not_a_file: ({ operator }) => operator("POST", "/imports?subject=accounts&format=csv", { body: {} }),
  file_not_read: ({ csv }) => csv("\n"),
  import_begun: async ({ admin, imported }) => {
    const id = await imported();
    await admin("POST", `/imports/${id}/start`);
    return admin("POST", `/imports/${id}/start`);
  },
  import_ended: async ({ admin, imported }) => {
    const id = await imported();
    await admin("POST", `/imports/${id}/cancel`);
    return admin("POST", `/imports/${id}/cancel`);
  },
};

const webhooks: Record<string, Provoke> = {
  endpoint_not_allowed: async ({ admin, webhook }) =>
    admin("POST", "/webhook-endpoints", { body: { ...(await webhook()).body, url: "http://10.0.0.1/" } }),
  webhook_name_taken: async ({ admin, webhook }) =>
    admin("POST", "/webhook-endpoints", { body: (await webhook()).body }),
  webhook_disabled: async ({ admin, webhook, ofVersion }) => {
    const { id } = await webhook();
    await admin("POST", `/webhook-endpoints/${id}/disable`, {
      headers: await ofVersion(`/webhook-endpoints/${id}`),
    });
    return admin("POST", `/webhook-endpoints/${id}/test`);
  },
};

/**
 * Provokes problems by calls alone. `apiWith` holds each request against the OpenAPI document, so that somebody who knows only
 * that could do the same.
 */
export const byCalls: Record<string, Provoke> = {
  ...request,
  ...orders,
  ...statuses,
  ...accounts,
  ...products,
  ...people,
  ...runs,
  ...webhooks,
};
