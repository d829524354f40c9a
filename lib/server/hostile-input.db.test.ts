import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Role } from "@/lib/domain/permissions";
import { createAccount } from "./accounts/create";
import { editAccount } from "./accounts/edit";
import { recordPayment } from "./billing/record-payment";
import { reversePayment } from "./billing/reverse-payment";
import { preflightBulk } from "./bulk/preflight";
import { startBulkRun } from "./bulk/start";
import { saveCreditCheck } from "./credit-check/save";
import type { Ctx } from "./ctx";
import { read } from "./db";
import { previewStatusSave } from "./order-statuses/impact";
import { loadStatusList } from "./order-statuses/queries";
import { saveOrderStatuses } from "./order-statuses/save";
import { cancelOrder } from "./orders/cancel";
import { createOrder } from "./orders/create";
import { deliverOrder } from "./orders/deliver";
import { editOrder } from "./orders/edit";
import { executeOrder, previewExecution } from "./orders/execute";
import { listOrders } from "./orders/list";
import { reverseExecution } from "./orders/reverse";
import { setOrderStatus } from "./orders/set-status";
import { createProduct } from "./products/create";
import { editProduct } from "./products/edit";
import { failProvisioning } from "./provisioning/by-hand";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  makeUser,
  type TestOrganization,
  value,
} from "./testing/factories";
import { at, bugsOf, type Json, outcome, paths, replaced, type ToldElsewhere } from "./testing/hostile";
import { makeOrder } from "./testing/orders";
import { makeTask } from "./testing/provisioning";
import { createUser } from "./users/create";
import { resetPassword } from "./users/reset-password";
import { setRole } from "./users/set-role";
import { createVendor } from "./vendors/create";
import { editVendor } from "./vendors/edit";

/**
 * Every field of every command that staff send, filled with what nobody should send: each answer is a value, a refusal or
 * an error that is told beside the field. Anything else, such as the database's own complaint, is a bug.
 */

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

/** Orders or a filter: what is neither is no selection. */
const ofSelection = { "selection.orderIds": "selection", "selection.orderIds.0": "selection" };

type Errand = {
  as?: Role;
  command: (ctx: Ctx, raw: unknown) => Promise<unknown>;
  /** What is sent when nothing is wrong. */
  input: (organization: TestOrganization) => Promise<Json>;
  elsewhere?: ToldElsewhere;
};

const item = async (here: TestOrganization) => ({
  productId: (await makeProduct(here)).id,
  quantity: 2,
  unitPrice: "10.00",
  discountPercent: "5",
  itemType: "new",
  configuration: { Domain: "example.com" },
});
const order = async (here: TestOrganization) => {
  const { code, version, items } = await makeOrder(here);
  return { code, version, items };
};
const product = {
  name: "Mail",
  description: "For ten people",
  price: "10.00",
  cost: "6.00",
  taxRate: "20",
  requiredConfiguration: ["Domain"],
  nonAutomatic: false,
  provisioningDriver: "manual",
  vendorId: null,
};
const vendor = { name: "Vendor", endpoint: "https://vendor.example", timeoutSeconds: 5, callbackMinutes: 5 };
const account = {
  name: "Harbour",
  email: "a@example.com",
  country: "DE",
  billingToId: null,
  creditLimit: "5",
};
const code = () => `P${randomUUID().slice(0, 8)}`;

const errands: Record<string, Errand> = {
  createOrder: {
    command: createOrder,
    input: async (here) => ({
      accountId: (await makeAccount(here)).id,
      billingToId: (await makeAccount(here)).id,
      name: "A name",
      note: "A note",
      orderDate: "2026-11-23T10:00:00Z",
      statusId: here.statuses.Submitted ?? "",
      items: [await item(here)],
    }),
  },
  editOrder: {
    command: editOrder,
    input: async (here) => {
      const { code, version, items } = await order(here);
      return {
        code,
        version,
        billingToId: (await makeAccount(here)).id,
        name: "A name",
        note: "A note",
        statusId: here.statuses.Submitted ?? "",
        items: [{ id: items[0]?.id ?? "", ...(await item(here)), productId: items[0]?.productId ?? "" }],
      };
    },
  },
  deliverOrder: {
    command: deliverOrder,
    input: async (here) => {
      const { code, version, items } = await order(here);
      return { code, version, items: [{ itemId: items[0]?.id ?? "", quantity: 1 }] };
    },
  },
  executeOrder: {
    as: "administrator",
    command: executeOrder,
    input: async (here) => ({
      ...(await executable(here)),
      overrideCredit: { reason: "Agreed" },
      idempotencyKey: randomUUID(),
    }),
  },
  previewExecution: { command: previewExecution, input: (here) => executable(here) },
  cancelOrder: {
    command: cancelOrder,
    input: async (here) => ({
      ...(await seen(here)),
      statusId: here.statuses.Canceled ?? "",
      comment: "Not wanted",
    }),
  },
  setOrderStatus: {
    command: setOrderStatus,
    input: async (here) => ({
      code: (await seen(here)).code,
      statusId: here.statuses.Submitted ?? "",
      comment: "",
    }),
  },
  reverseExecution: {
    as: "administrator",
    command: reverseExecution,
    input: async (here) => {
      const { code } = await order(here);
      value(await executeOrder(here.as.operator, { code }));
      return { code, statusId: here.statuses.Canceled ?? "", comment: "A mistake" };
    },
  },
  listOrders: {
    command: listOrders,
    input: async (here) => ({ q: "a", status: here.statuses.Submitted ?? "", limit: 10, cursor: "x" }),
  },
  preflightBulk: {
    command: preflightBulk,
    input: async (here) => ({
      selection: { orderIds: [(await makeOrder(here)).id] },
      action: "execute",
    }),
    elsewhere: ofSelection,
  },
  startBulkRun: {
    command: async (ctx, raw) => {
      const user = await makeUser(here, { role: "operator" });
      return startBulkRun({ ...ctx, actor: { ...ctx.actor, id: user.id } }, raw);
    },
    input: async (here) => ({
      selection: { orderIds: [(await makeOrder(here)).id] },
      // A status is asked for when each order's turn comes.
      work: { action: "execute", input: { startDate: "2026-11-23" } },
      readyOnly: false,
    }),
    elsewhere: ofSelection,
  },
  createAccount: { command: createAccount, input: async () => ({ ...account, type: "customer" }) },
  editAccount: {
    command: editAccount,
    input: async (here) => ({ ...account, id: (await makeAccount(here)).id, version: 1, active: true }),
  },
  createProduct: {
    as: "administrator",
    command: createProduct,
    input: async () => ({ ...product, code: code(), type: "subscription", billingPeriod: "month" }),
  },
  editProduct: {
    as: "administrator",
    command: editProduct,
    input: async (here) => ({ ...product, id: (await makeProduct(here)).id, version: 1, active: true }),
  },
  createUser: {
    as: "administrator",
    command: createUser,
    input: async () => ({
      email: `${code()}@example.com`,
      name: "Ada",
      role: "operator",
      accountId: null,
      password: "a password for tests",
      timeZone: "Europe/Berlin",
    }),
  },
  setRole: {
    as: "administrator",
    command: setRole,
    input: async (here) => ({ id: (await makeUser(here)).id, version: 1, role: "manager", accountId: null }),
  },
  resetPassword: {
    as: "administrator",
    command: resetPassword,
    input: async (here) => ({ id: (await makeUser(here)).id, password: "a password for tests" }),
  },
  recordPayment: {
    command: recordPayment,
    input: async (here) => {
      const { code, accountId } = await makeOrder(here);
      value(await executeOrder(here.as.operator, { code }));
      const [invoice] = await read(here.as.operator).invoice.findMany({ where: { accountId } });
      return {
        accountId,
        amount: "5.00",
        receivedOn: "2026-11-23",
        reference: "Bank",
        allocations: [{ invoiceId: invoice?.id ?? "", amount: "1.00" }],
      };
    },
  },
  reversePayment: {
    command: reversePayment,
    input: async (here) => {
      const accountId = (await makeAccount(here)).id;
      const { id } = value(await recordPayment(here.as.operator, { accountId, amount: "5" }));
      return { paymentId: id, reason: "Bounced" };
    },
  },
  failProvisioning: {
    command: failProvisioning,
    input: async (here) => ({
      taskId: (await makeTask(here, { provisioningDriver: "manual" })).id,
      reason: "No line",
    }),
  },
  createVendor: {
    as: "administrator",
    command: createVendor,
    input: async () => ({ ...vendor, name: code() }),
  },
  editVendor: {
    as: "administrator",
    command: editVendor,
    input: async (here) => {
      const { id } = value(await createVendor(here.as.administrator, { ...vendor, name: code() }));
      return { ...vendor, name: code(), preCheck: false, id, version: 1 };
    },
  },
  saveOrderStatuses: { as: "administrator", command: saveOrderStatuses, input: statusEdit },
  previewStatusSave: { as: "administrator", command: previewStatusSave, input: statusEdit },
  saveCreditCheck: {
    as: "administrator",
    command: saveCreditCheck,
    input: async () => ({
      enabled: false,
      endpoint: "https://credit.example",
      timeoutSeconds: 5,
      version: null,
    }),
  },
};

async function seen(here: TestOrganization) {
  const { code, version } = await order(here);
  return { code, version };
}

async function executable(here: TestOrganization) {
  return { ...(await seen(here)), startDate: "2026-11-23", statusId: here.statuses.Executed ?? "" };
}

async function statusEdit(here: TestOrganization) {
  const { statuses } = await loadStatusList(read(here.as.administrator), here.as.administrator);
  const [changed] = statuses.filter(({ description }) => description === "Draft");
  const cells = (description: string, no: number) => ({
    no,
    description,
    type: "cancelled",
    storefrontType: "viewable",
    color: "#aa3311",
    active: true,
  });
  return {
    changed: [{ id: changed?.id ?? "", version: changed?.version ?? 1, cells: { color: "#112233" } }],
    added: [{ id: "new-1", cells: cells(`Canceled ${code()}`, Math.ceil(Math.random() * 9000) + 100) }],
    deleted: [],
    confirmed: [],
  };
}

const isId = (value: unknown) => typeof value === "string" && /^[0-9a-f-]{36}$/.test(value);

describe.each(Object.entries(errands))("%s", (_, { as = "operator", command, input, elsewhere }) => {
  test("answers whatever is sent", async () => {
    const bugs = await bugsOf(
      (raw) => command(here.as[as], raw),
      () => input(here),
      elsewhere,
    );
    expect(bugs).toEqual([]);
    const tooMuch = { ...((await input(here)) as object), organizationId: there.organizationId };
    expect(await outcome(command(here.as[as], tooMuch))).toBe(command === listOrders ? "done" : "refused");
  }, 120_000);

  test("finds nothing by the ids of another organization", async () => {
    const [sound, foreign] = [await input(here), await input(there)];
    const ids = paths(sound).filter((path) => isId(at(sound, path)) && path.at(-1) !== "idempotencyKey");
    for (const path of ids) {
      const answer = await outcome(command(here.as[as], replaced(sound, path, at(foreign, path))));
      const empty = command === listOrders || command === preflightBulk;
      expect(answer, path.join(".")).toBe(empty ? "done" : "refused");
    }
  });
});
