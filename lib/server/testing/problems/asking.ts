import "server-only";
import { randomUUID } from "node:crypto";
import { type ApiAnswer, apiAs, type apiWith } from "../api";
import { makeOrganization } from "../factories/basics";

/** Holds an organization with keys of an administrator and an operator, and what these two make by calls of the API alone. */
export type Asking = Awaited<ReturnType<typeof makeAsking>>;

/** Provokes a problem and returns its answer. */
export type Provoke = (asking: Asking) => Promise<ApiAnswer>;

type Call = ReturnType<typeof apiWith>;
type Row = Record<string, unknown>;

export const euros = (amount: string) => ({ amount, currency: "EUR" });

export async function makeAsking() {
  const here = await makeOrganization();
  return { here, ...callsOf(await apiAs(here, "administrator"), await apiAs(here)) };
}

function callsOf(admin: Call, operator: Call) {
  const made = async (api: Call, path: string, body: object) => required(await api("POST", path, { body }));
  const read = async (path: string) => required(await admin("GET", path));
  const ofVersion = async (path: string, api = admin) => ({
    "if-match": (await api("GET", path)).headers.get("etag") ?? "",
  });
  const patch = async (path: string, body: object) =>
    admin("PATCH", path, { body, headers: await ofVersion(path) });

  const account = async (more: object = {}): Promise<string> =>
    (await made(admin, "/accounts", { name: `Account ${randomUUID()}`, creditLimit: null, ...more })).id;
  const product = async (more: object = {}): Promise<{ id: string; code: string }> =>
    made(admin, "/products", { ...service, code: `P-${randomUUID().slice(0, 8)}`, ...more });
  const order = async ({ accountId, quantity = 1 }: { accountId?: string; quantity?: number } = {}) => {
    const items = [{ productId: (await product()).id, quantity }];
    const { code } = await made(operator, "/orders", { accountId: accountId ?? (await account()), items });
    return read(`/orders/${code}`);
  };
  const execute = (code: string) => operator("POST", `/orders/${code}/execute`);
  const executed = async () => {
    const { code } = await order();
    required(await execute(code));
    return read(`/orders/${code}`);
  };
  const cancel = (code: string) => operator("POST", `/orders/${code}/cancel`);
  const reverse = (code: string) =>
    admin("POST", `/orders/${code}/reverse`, { body: { comment: "A mistake" } });
  const deliver = (code: string, items: object[]) =>
    operator("POST", `/orders/${code}/deliveries`, { body: { items } });
  /** Delivers one unit of three. */
  const subOrder = async () => {
    const primary = await order({ quantity: 3 });
    const items = [{ itemId: primary.items[0].id, quantity: 1 }];
    const { subOrderCode } = required(await deliver(primary.code, items));
    return { order: primary, items, subOrderCode };
  };
  const invoiced = async () => {
    const { code, account: buyer } = await executed();
    const [invoice] = (await read(`/orders/${code}/invoices`)).data;
    return { accountId: buyer.id, invoiceId: invoice.id, total: invoice.total };
  };
  const pay = (accountId: string, more: object = {}) =>
    operator("POST", `/accounts/${accountId}/payments`, { body: { amount: euros("5.00"), ...more } });
  const user = async (more: object = {}): Promise<string> =>
    (
      await made(admin, "/users", {
        ...{ email: `${randomUUID()}@example.com`, name: "Ida", role: "operator" },
        ...more,
      })
    ).id;
  const setRole = async (id: string, body: object) =>
    admin("PUT", `/users/${id}/role`, { body, headers: await ofVersion(`/users/${id}`) });

  const statusList = async (): Promise<Row[]> =>
    (await read("/order-statuses")).data.map(({ system, orders, ...sent }: Row) => sent);
  const replaceStatuses = async (edit: (list: Row[]) => Row[]) => {
    const data = edit(await statusList());
    return admin("PUT", "/order-statuses", { body: { data }, headers: await ofVersion("/order-statuses") });
  };
  const statusId = async (description: string) =>
    (await statusList()).find((row) => row.description === description)?.id;

  const bulkRun = async (): Promise<string> => {
    const orderIds = [(await order()).id];
    const work = { action: "execute", input: {} };
    return (await made(operator, "/bulk-runs", { selection: { orderIds }, work })).id;
  };
  const webhook = async () => {
    const body = { name: randomUUID(), url: "https://receiver.example/", types: ["order.created"] };
    return { body, id: (await made(admin, "/webhook-endpoints", body)).id as string };
  };
  const csv = (text: string, more = "") =>
    admin("POST", `/imports?subject=accounts&format=csv${more}`, {
      text,
      headers: { "content-type": "text/csv" },
    });
  const imported = async (): Promise<string> =>
    required(await csv("externalId,name\nA,Imported\n", "&dryRun=true")).id;

  return {
    ...{ admin, operator, read, patch, ofVersion },
    ...{ account, product, order, execute, executed, cancel, reverse, deliver, subOrder, invoiced, pay },
    ...{ user, setRole, statusList, replaceStatuses, statusId, bulkRun, webhook, csv, imported },
  };
}

const service = {
  ...{ name: "Service", type: "subscription", billingPeriod: "month" },
  ...{ price: euros("12.50"), cost: euros("7.00"), taxRate: "0" },
};

/** Returns the body of what was answered. @throws Error if it is a problem */
function required({ status, body }: ApiAnswer) {
  if (status >= 400) throw new Error(JSON.stringify(body));
  return body;
}
