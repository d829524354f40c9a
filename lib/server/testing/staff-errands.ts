import "server-only";
import { randomUUID } from "node:crypto";
import { localDay } from "@/lib/domain/day";
import type { Role } from "@/lib/domain/permissions";
import { CreateAccountInput, EditAccountInput } from "@/lib/schemas/accounts";
import { BulkRunInput, PreflightBulkInput, StartBulkRunInput } from "@/lib/schemas/bulk";
import { SaveCreditCheckInput } from "@/lib/schemas/credit-check";
import { MessageInput } from "@/lib/schemas/messages";
import { ListOrdersInput } from "@/lib/schemas/order-list";
import { SaveOrderStatusesInput } from "@/lib/schemas/order-statuses";
import {
  CancelOrderInput,
  CreateOrderInput,
  DeliverOrderInput,
  EditOrderInput,
  ExecuteOrderInput,
  PreviewReversalInput,
  ReverseOrderInput,
  SetOrderStatusInput,
} from "@/lib/schemas/orders";
import { EditOrganizationInput, SaveLogoInput } from "@/lib/schemas/organizations";
import { RecordPaymentInput, ReleasePaymentInput, ReversePaymentInput } from "@/lib/schemas/payments";
import { CreateProductInput, EditProductInput } from "@/lib/schemas/products";
import { FailProvisioningInput, ProvisioningTaskInput } from "@/lib/schemas/provisioning";
import { CreateUserInput, ResetPasswordInput, SetActiveInput, SetRoleInput } from "@/lib/schemas/users";
import { CreateVendorInput, EditVendorInput, RenewVendorSecretInput } from "@/lib/schemas/vendors";
import { createAccount } from "../accounts/create";
import { editAccount } from "../accounts/edit";
import { openInvoicesOf, shownInvoices } from "../billing/open-invoices";
import { listPayments } from "../billing/payment-queries";
import { recordPayment } from "../billing/record-payment";
import { releasePayment } from "../billing/release-payment";
import { reversePayment } from "../billing/reverse-payment";
import { preflightBulk } from "../bulk/preflight";
import { retryBulkRun } from "../bulk/retry";
import { startBulkRun } from "../bulk/start";
import { stopBulkRun } from "../bulk/stop";
import { saveCreditCheck } from "../credit-check/save";
import type { Ctx } from "../kernel/ctx";
import { read } from "../kernel/db";
import { resendMessage } from "../messages/resend";
import { previewStatusSave } from "../order-statuses/impact";
import { loadStatusList } from "../order-statuses/queries";
import { saveOrderStatuses } from "../order-statuses/save";
import { cancelOrder } from "../orders/commands/cancel-order";
import { createOrder } from "../orders/commands/create-order";
import { deliverOrder } from "../orders/commands/deliver-order";
import { editOrder, previewEdit } from "../orders/commands/edit-order";
import { executeOrder, previewExecution } from "../orders/commands/execute-order";
import { previewReversal, reverseExecution } from "../orders/commands/reverse-execution";
import { setOrderStatus } from "../orders/commands/set-order-status";
import { getOrder } from "../orders/queries/get-order";
import { listOrders } from "../orders/queries/list-orders";
import { editOrganization } from "../organizations/edit";
import { getCompany } from "../organizations/queries";
import { saveLogo } from "../organizations/save-logo";
import { createProduct } from "../products/create";
import { editProduct } from "../products/edit";
import { completeProvisioning, failProvisioning, retryProvisioning } from "../provisioning/by-hand";
import { createUser } from "../users/create";
import { resetPassword } from "../users/reset-password";
import { activateUser, deactivateUser } from "../users/set-active";
import { setRole } from "../users/set-role";
import { createVendor } from "../vendors/create";
import { editVendor } from "../vendors/edit";
import { renewVendorSecret } from "../vendors/renew-secret";
import { companyProfile, testLogo } from "./company";
import { makeAccount, makeProduct, makeUser, type TestOrganization, value } from "./factories";
import type { Errand, Json, Kinds, ToldElsewhere } from "./hostile";
import { makeOrder } from "./orders";
import { makeReservedPayment } from "./payments";
import { makeTask } from "./provisioning";

/** Orders or a filter: what is neither is no selection. */
const ofSelection = { "selection.orderIds": "selection", "selection.orderIds.0": "selection" };

export type StaffErrand = Omit<Errand, "command" | "input"> & {
  as?: Role;
  command: (ctx: Ctx, raw: unknown, organization: TestOrganization) => Promise<unknown>;
  /** All that is taken, with nothing wrong. */
  input: (organization: TestOrganization) => Promise<Json>;
  /** Fields that go with none of the others. */
  without?: string[];
};

const item = async (here: TestOrganization) => ({
  productId: (await makeProduct(here)).id,
  quantity: 2,
  unitPrice: "10.00",
  discountPercent: "5",
  itemType: "new",
  configuration: { Domain: "example.com" },
});
const itemKinds = {
  "items.*.unitPrice": "optionalAmount",
  "items.*.discountPercent": "optionalAmount",
  "items.*.itemType": "optional",
  "items.*.configuration": "values",
  "items.*.configuration.Domain": "line",
} as const;
/** Adds units to a subscription of the account. */
const addition = async (here: TestOrganization, subscription: { id: string; productId: string }) => ({
  ...(await item(here)),
  productId: subscription.productId,
  itemType: "quantity_change",
  subscriptionId: subscription.id,
});
const subscribed = async (here: TestOrganization) => {
  const { code, accountId } = await makeOrder(here);
  value(await executeOrder(here.as.operator, { code }));
  const subscription = await read(here.as.operator).subscription.findFirstOrThrow({ where: { accountId } });
  return { accountId, subscription };
};
const order = async (here: TestOrganization) => {
  const { code, version, items } = await makeOrder(here);
  return { code, version, items };
};
/** The day of an organization whose time zone is UTC. */
const today = () => localDay(new Date(), "UTC");
const newKey = () => `key-${randomUUID()}`;
const product = {
  name: "Mail",
  description: "For ten people",
  price: "10.00",
  cost: "6.00",
  taxRate: "20",
  requiredConfiguration: ["Domain"],
  valueKinds: { Domain: "domain_name" },
  nonAutomatic: false,
  provisioningDriver: "manual",
  driverSettings: { delayMs: 1, failures: 1 },
  trialDays: 14,
  trialMaxQuantity: 5,
  vendorId: null,
};
const productKinds = {
  name: "words",
  description: "line",
  price: "amount",
  cost: "amount",
  taxRate: "amount",
  requiredConfiguration: "list",
  "requiredConfiguration.*": "words",
  valueKinds: "valueKinds",
  "valueKinds.Domain": "optional",
  nonAutomatic: "optionalYes",
  provisioningDriver: "optional",
  driverSettings: "driverSettings",
  "driverSettings.delayMs": "count",
  "driverSettings.failures": "count",
  vendorId: "nullable",
} as const;
const vendor = {
  name: "Vendor",
  endpoint: "https://vendor.example",
  preCheck: false,
  timeoutSeconds: 5,
  callbackMinutes: 5,
};
const vendorKinds = {
  name: "words",
  preCheck: "optionalYes",
  timeoutSeconds: "optional",
  callbackMinutes: "optional",
} as const;
const addressKinds = {
  street: "openLines",
  postalCode: "openShort",
  city: "openLine",
  region: "openLine",
  country: "open",
  vatId: "open",
} as const;
const account = async (here: TestOrganization) => ({
  name: `Harbour ${randomUUID()}`,
  email: "a@example.com",
  language: "de",
  street: "Am Hafen 1",
  postalCode: "20457",
  city: "Hamburg",
  region: "Hamburg",
  country: "DE",
  vatId: "DE123456789",
  billingToId: (await makeAccount(here)).id,
  creditLimit: "5",
  type: "customer",
  resellerId: (await makeAccount(here, { type: "reseller" })).id,
  orderApproval: true,
});
const accountKinds = {
  name: "words",
  email: "open",
  language: "optional",
  ...addressKinds,
  billingToId: "open",
  creditLimit: "openAmount",
  type: "optional",
  resellerId: "open",
  orderApproval: "optionalYes",
} as const;
const companyKinds = {
  ...addressKinds,
  legalName: "openLine",
  registrationNumber: "openLine",
  email: "open",
  phone: "openPhone",
  website: "open",
  bankName: "openLine",
  accountHolder: "openLine",
  iban: "open",
  bic: "open",
  accentColor: "openColor",
} as const;
const code = () => `P${randomUUID().slice(0, 8)}`;
const executionKinds: Kinds = {
  startDate: "optional",
  statusId: "optional",
  overrideCredit: "optional",
  "overrideCredit.reason": "words",
  comment: "note",
  idempotencyKey: "key",
};
const seenKinds: Kinds = { version: "optional", seen: "optional" };
const executableKinds: Kinds = { ...seenKinds, ...executionKinds };
const edit: Pick<StaffErrand, "as" | "input" | "kinds" | "elsewhere"> = {
  as: "administrator",
  input: async (here) => {
    const { accountId, subscription } = await subscribed(here);
    const { code, version, items } = await makeOrder(here, { accountId });
    const kept = { id: items[0]?.id ?? "", ...(await item(here)), productId: items[0]?.productId ?? "" };
    return {
      code,
      version,
      idempotencyKey: newKey(),
      // Looked at only where the order ends.
      seen: "0".repeat(32),
      billingToId: (await makeAccount(here)).id,
      name: "A name",
      note: "A note",
      statusId: here.statuses.Submitted ?? "",
      startDate: "2026-11-23",
      overrideCredit: { reason: "Agreed" },
      comment: "A comment",
      items: [kept, await addition(here, subscription)],
    };
  },
  kinds: {
    ...itemKinds,
    ...executionKinds,
    seen: "optional",
    billingToId: "optional",
    name: "line",
    note: "note",
    "items.*.id": "optional",
  },
  elsewhere: subscriptionOf(0, 1),
};
/** A cell is read by the rules of the list, which say more than a type can. */
const statusKinds: Kinds = {
  "": "nothingNeeded",
  changed: "list",
  "changed.*.cells": "nothingNeeded",
  "changed.*.cells.no": "optional",
  "changed.*.cells.description": "optionalWords",
  "changed.*.cells.type": "optional",
  "changed.*.cells.storefrontType": "optional",
  "changed.*.cells.color": "optionalColor",
  "changed.*.cells.active": "optionalYes",
  added: "list",
  "added.*.cells.description": "words",
  "added.*.cells.color": "color",
  "added.*.cells.active": "yes",
  deleted: "list",
  "deleted.*.replacementId": "optional",
  confirmed: "list",
  // What is confirmed without being asked is not looked at.
  "confirmed.*.id": "anyId",
  "confirmed.*.orders": "wholeNumber",
};

/** Each command that staff send, by its name. */
export const staffErrands: Record<string, StaffErrand> = {
  createOrder: {
    as: "administrator",
    schema: CreateOrderInput,
    command: createOrder,
    input: async (here) => {
      const { accountId, subscription } = await subscribed(here);
      return {
        accountId,
        billingToId: (await makeAccount(here)).id,
        name: "A name",
        note: "A note",
        orderDate: `${today()}T00:00:00Z`,
        statusId: here.statuses.Submitted ?? "",
        idempotencyKey: newKey(),
        items: [await item(here), await addition(here, subscription)],
      };
    },
    kinds: {
      ...itemKinds,
      billingToId: "optional",
      name: "line",
      note: "note",
      orderDate: "optional",
      statusId: "optional",
      idempotencyKey: "key",
    },
    elsewhere: subscriptionOf(0, 1),
  },
  editOrder: { schema: EditOrderInput, command: editOrder, ...edit },
  previewEdit: { schema: EditOrderInput, command: previewEdit, ...edit },
  deliverOrder: {
    schema: DeliverOrderInput,
    command: deliverOrder,
    input: async (here) => {
      const { code, version, seen } = await shown(here, "deliver");
      const { items } = await getOrder(here.as.operator, code);
      return {
        code,
        version,
        seen,
        idempotencyKey: newKey(),
        items: [{ itemId: items[0]?.id ?? "", quantity: 1 }],
      };
    },
    kinds: { ...seenKinds, idempotencyKey: "key" },
  },
  executeOrder: {
    as: "administrator",
    schema: ExecuteOrderInput,
    command: executeOrder,
    input: executable,
    kinds: executableKinds,
  },
  previewExecution: {
    as: "administrator",
    schema: ExecuteOrderInput,
    command: previewExecution,
    input: executable,
    kinds: executableKinds,
  },
  cancelOrder: {
    schema: CancelOrderInput,
    command: cancelOrder,
    input: async (here) => ({
      ...(await shown(here, "cancel")),
      statusId: here.statuses.Canceled ?? "",
      comment: "Not wanted",
      idempotencyKey: newKey(),
    }),
    kinds: { ...seenKinds, statusId: "optional", comment: "note", idempotencyKey: "key" },
  },
  setOrderStatus: {
    schema: SetOrderStatusInput,
    command: setOrderStatus,
    input: async (here) => ({
      ...(await seen(here)),
      statusId: here.statuses.Submitted ?? "",
      comment: "",
    }),
    kinds: { version: "optional", comment: "note" },
  },
  reverseExecution: {
    as: "administrator",
    schema: ReverseOrderInput,
    command: reverseExecution,
    input: async (here) => {
      const code = await executed(here);
      const { shown } = value(await previewReversal(here.as.administrator, { code }));
      return { code, seen: shown.seen, statusId: here.statuses.Canceled ?? "", comment: "A mistake" };
    },
    kinds: { seen: "optional", statusId: "optional", comment: "comment" },
  },
  previewReversal: {
    as: "administrator",
    schema: PreviewReversalInput,
    command: previewReversal,
    input: async (here) => ({ code: await executed(here) }),
  },
  listOrders: {
    schema: ListOrdersInput,
    command: listOrders,
    input: async (here) => ({
      q: "a",
      status: [here.statuses.Submitted ?? ""],
      account: (await makeAccount(here)).id,
      source: "bss",
      unexecuted: "true",
      sort: "-total",
      from: "2026-01-01",
      to: "2026-12-31",
      limit: 10,
      cursor: "x",
    }),
    kinds: {
      "": "object",
      q: "anything",
      status: "anything",
      "status.*": "anything",
      account: "anything",
      source: "anything",
      unexecuted: "anything",
      from: "anything",
      to: "anything",
      sort: "anything",
      limit: "anything",
      cursor: "anything",
    },
  },
  preflightBulk: {
    schema: PreflightBulkInput,
    command: preflightBulk,
    input: async (here) => ({
      selection: { orderIds: [(await makeOrder(here)).id] },
      action: "execute",
    }),
    // An order that is not there is counted as such.
    kinds: { "selection.orderIds.*": "anyId" },
    elsewhere: ofSelection,
  },
  startBulkRun: {
    schema: StartBulkRunInput,
    command: async (ctx, raw, here) => startBulkRun(await inPerson(ctx, here), raw),
    input: async (here) => {
      const selection = { orderIds: [(await makeOrder(here)).id] };
      const { shown } = await preflightBulk(here.as.operator, { selection, action: "execute" });
      const work = { action: "execute", input: { startDate: today() } };
      return { selection, work, readyOnly: false, seen: shown.seen };
    },
    // A status is asked for when each order's turn comes.
    without: ["work.input.statusId"],
    kinds: {
      "work.input": "nothingNeeded",
      "work.input.startDate": "optional",
      readyOnly: "optionalYes",
      seen: "optional",
    },
    elsewhere: ofSelection,
  },
  stopBulkRun: {
    schema: BulkRunInput,
    command: stopBulkRun,
    input: async (here) => ({ runId: await begunRun(here) }),
  },
  retryBulkRun: {
    schema: BulkRunInput,
    command: async (ctx, raw, here) => retryBulkRun(await inPerson(ctx, here), raw),
    input: async (here) => {
      const runId = await begunRun(here);
      value(await stopBulkRun(here.as.operator, { runId }));
      return { runId };
    },
  },
  createAccount: {
    as: "administrator",
    schema: CreateAccountInput,
    command: createAccount,
    input: account,
    kinds: accountKinds,
    without: ["despiteAccountId"],
  },
  editAccount: {
    as: "administrator",
    schema: EditAccountInput,
    command: editAccount,
    input: async (here) => ({
      ...(await account(here)),
      id: (await makeAccount(here)).id,
      version: 1,
      active: true,
    }),
    kinds: { ...accountKinds, active: "yes" },
    without: ["despiteAccountId"],
  },
  createProduct: {
    as: "administrator",
    schema: CreateProductInput,
    command: createProduct,
    input: async () => ({ ...product, code: code(), type: "subscription", billingPeriod: "month" }),
    kinds: { ...productKinds, code: "name" },
  },
  editProduct: {
    as: "administrator",
    schema: EditProductInput,
    command: editProduct,
    input: async (here) => ({ ...product, id: (await makeProduct(here)).id, version: 1, active: true }),
    kinds: { ...productKinds, active: "yes" },
  },
  createUser: {
    as: "administrator",
    schema: CreateUserInput,
    command: createUser,
    input: async () => ({
      email: `${code()}@example.com`,
      name: "Ada",
      role: "operator",
      accountId: null,
      password: "a password for tests",
      timeZone: "Europe/Berlin",
    }),
    kinds: { name: "words", accountId: "open", password: "password", timeZone: "open" },
  },
  setRole: {
    as: "administrator",
    schema: SetRoleInput,
    command: setRole,
    input: async (here) => ({ id: (await makeUser(here)).id, version: 1, role: "manager", accountId: null }),
    kinds: { accountId: "open" },
  },
  deactivateUser: {
    as: "administrator",
    schema: SetActiveInput,
    command: deactivateUser,
    input: async (here) => ({ id: (await makeUser(here)).id, version: 1 }),
  },
  activateUser: {
    as: "administrator",
    schema: SetActiveInput,
    command: activateUser,
    input: async (here) => {
      const { id } = await makeUser(here);
      value(await deactivateUser(here.as.administrator, { id, version: 1 }));
      return { id, version: 2 };
    },
  },
  resetPassword: {
    as: "administrator",
    schema: ResetPasswordInput,
    command: resetPassword,
    input: async (here) => ({ id: (await makeUser(here)).id, password: "a password for tests" }),
    kinds: { password: "password" },
  },
  recordPayment: {
    schema: RecordPaymentInput,
    command: recordPayment,
    input: async (here) => {
      const { code, accountId } = await makeOrder(here);
      value(await executeOrder(here.as.operator, { code }));
      const [invoice] = await read(here.as.operator).invoice.findMany({ where: { accountId } });
      return {
        accountId,
        amount: "5.00",
        receivedOn: today(),
        reference: `Bank ${newKey()}`,
        allocations: [{ invoiceId: invoice?.id ?? "", amount: "1.00" }],
        idempotencyKey: newKey(),
        seen: shownInvoices("EUR", await openInvoicesOf(here.as.operator, accountId)).seen,
      };
    },
    // Where no earlier payment has the reference, it is not looked at.
    without: ["despitePaymentId"],
    kinds: {
      seen: "optional",
      amount: "positiveAmount",
      receivedOn: "open",
      reference: "line",
      allocations: "list",
      "allocations.*.amount": "amount",
      idempotencyKey: "key",
    },
  },
  reversePayment: {
    schema: ReversePaymentInput,
    command: reversePayment,
    input: async (here) => {
      const accountId = (await makeAccount(here)).id;
      const { id } = value(await recordPayment(here.as.operator, { accountId, amount: "5" }));
      const { rows } = await listPayments(here.as.operator, { accountId });
      return { paymentId: id, seen: rows[0]?.shown.seen ?? "", reason: "Bounced" };
    },
    kinds: { seen: "optional", reason: "words" },
  },
  releasePayment: {
    schema: ReleasePaymentInput,
    command: releasePayment,
    input: async (here) => ({ paymentId: (await makeReservedPayment(here)).id }),
  },
  completeProvisioning: {
    schema: ProvisioningTaskInput,
    command: completeProvisioning,
    input: async (here) => ({ taskId: (await makeTask(here, { provisioningDriver: "manual" })).id }),
  },
  failProvisioning: {
    schema: FailProvisioningInput,
    command: failProvisioning,
    input: async (here) => ({
      taskId: (await makeTask(here, { provisioningDriver: "manual" })).id,
      reason: "No line",
    }),
    kinds: { reason: "words" },
  },
  retryProvisioning: {
    schema: ProvisioningTaskInput,
    command: retryProvisioning,
    input: async (here) => {
      const { id } = await makeTask(here, { provisioningDriver: "manual" });
      value(await failProvisioning(here.as.operator, { taskId: id, reason: "No line" }));
      return { taskId: id };
    },
  },
  createVendor: {
    as: "administrator",
    schema: CreateVendorInput,
    command: createVendor,
    input: async () => ({ ...vendor, name: code(), secret: "s".repeat(40) }),
    kinds: { ...vendorKinds, secret: "secret" },
  },
  editVendor: {
    as: "administrator",
    schema: EditVendorInput,
    command: editVendor,
    input: async (here) => ({ ...vendor, name: code(), id: await madeVendor(here), version: 1 }),
    kinds: vendorKinds,
  },
  renewVendorSecret: {
    as: "administrator",
    schema: RenewVendorSecretInput,
    command: renewVendorSecret,
    input: async (here) => ({ id: await madeVendor(here), version: 1 }),
  },
  saveOrderStatuses: {
    as: "administrator",
    schema: SaveOrderStatusesInput,
    command: saveOrderStatuses,
    input: statusEdit,
    kinds: statusKinds,
  },
  previewStatusSave: {
    as: "administrator",
    schema: SaveOrderStatusesInput,
    command: previewStatusSave,
    input: statusEdit,
    kinds: statusKinds,
  },
  saveCreditCheck: {
    as: "administrator",
    schema: SaveCreditCheckInput,
    command: saveCreditCheck,
    input: async (here) => {
      const saved = await read(here.as.administrator).creditCheck.findFirst({ select: { version: true } });
      return {
        enabled: false,
        endpoint: "https://credit.example",
        timeoutSeconds: 5,
        secret: "s".repeat(40),
        renewSecret: false,
        version: saved?.version ?? null,
      };
    },
    kinds: { enabled: "yes", timeoutSeconds: "optional", secret: "secret", renewSecret: "optionalYes" },
  },
  editOrganization: {
    as: "administrator",
    schema: EditOrganizationInput,
    command: editOrganization,
    input: async (here) => {
      const ctx = here.as.administrator;
      const { version } = await read(ctx).organization.findFirstOrThrow({ select: { version: true } });
      return { ...companyProfile, timeZone: "Europe/Berlin", version };
    },
    kinds: companyKinds,
  },
  saveLogo: {
    as: "administrator",
    schema: SaveLogoInput,
    command: saveLogo,
    input: async (here) => {
      const ctx = here.as.administrator;
      const { logo } = await getCompany(ctx);
      const picture = testLogo().toString("base64");
      if (logo) return { picture, replaces: logo.id };
      const { logoId } = value(await saveLogo(ctx, { picture, replaces: null }));
      return { picture, replaces: logoId };
    },
    kinds: { picture: "null" },
  },
  resendMessage: {
    schema: MessageInput,
    command: resendMessage,
    input: async (here) => {
      const accountId = (await makeAccount(here, { email: null })).id;
      const { code } = await makeOrder(here, { accountId });
      value(await executeOrder(here.as.operator, { code }));
      const email = "late@customer.example";
      await read(here.as.operator).account.updateMany({ where: { id: accountId }, data: { email } });
      const where = { accountId, state: "no_address" } as const;
      const { id } = await read(here.as.operator).message.findFirstOrThrow({ where, select: { id: true } });
      return { id };
    },
  },
};

/** Whether an item has a subscription goes with its type, and is told beside the subscription. */
function subscriptionOf(...items: number[]): ToldElsewhere {
  return Object.fromEntries(items.map((at) => [`items.${at}.itemType`, `items.${at}.subscriptionId`]));
}

async function seen(here: TestOrganization) {
  const { code, version } = await order(here);
  return { code, version };
}

/** With what the question before it showed. */
async function shown(here: TestOrganization, question: "execute" | "cancel" | "deliver") {
  const { code, version, shown } = await getOrder(here.as.administrator, (await order(here)).code);
  return { code, version, seen: shown[question].seen };
}

async function executed(here: TestOrganization): Promise<string> {
  const { code } = await order(here);
  value(await executeOrder(here.as.operator, { code }));
  return code;
}

async function executable(here: TestOrganization) {
  return {
    ...(await shown(here, "execute")),
    startDate: today(),
    statusId: here.statuses.Executed ?? "",
    overrideCredit: { reason: "Agreed" },
    comment: "Go",
    idempotencyKey: newKey(),
  };
}

async function madeVendor(here: TestOrganization): Promise<string> {
  return value(await createVendor(here.as.administrator, { ...vendor, name: code() })).id;
}

/** Somebody who is a user: bulk runs are done in their name. */
async function inPerson(ctx: Ctx, here: TestOrganization): Promise<Ctx> {
  const user = await makeUser(here, { role: "operator" });
  return { ...ctx, actor: { ...ctx.actor, id: user.id } };
}

async function begunRun(here: TestOrganization): Promise<string> {
  const selection = { orderIds: [(await makeOrder(here)).id] };
  const user = await makeUser(here, { role: "operator" });
  const ctx = { ...here.as.operator, actor: { ...here.as.operator.actor, id: user.id } };
  const work = { action: "execute", input: {} };
  return value(await startBulkRun(ctx, { selection, work, readyOnly: false })).runId;
}

/** Changes one status, replaces another that an order has by it, and adds a third. */
async function statusEdit(here: TestOrganization) {
  const ctx = here.as.administrator;
  const cells = (description: string, no: number) => ({
    no,
    description,
    type: "cancelled",
    storefrontType: "viewable",
    color: "#aa3311",
    active: true,
  });
  const [one, other, third] = [code(), code(), code()];
  const { statuses } = await loadStatusList(read(ctx), ctx);
  const earlier = statuses.filter(({ mandatory }) => !mandatory);
  const replacementId = here.statuses.Canceled ?? "";
  const deleted = earlier.map(({ id, version }) => ({ id, version, replacementId }));
  const added = [one, other].map((name, i) => ({ id: `new-${i}`, cells: cells(name, 100 + i) }));
  value(await saveOrderStatuses(ctx, { deleted, added }));
  const now = (await loadStatusList(read(ctx), ctx)).statuses;
  const of = (name: string) => {
    const { id = "", version = 1 } = now.find(({ description }) => description === name) ?? {};
    return { id, version };
  };
  value(await cancelOrder(ctx, { code: (await order(here)).code, statusId: of(other).id }));
  return {
    changed: [{ ...of(one), cells: cells(code(), 110) }],
    added: [{ id: "new-1", cells: cells(third, 120) }],
    deleted: [{ ...of(other), replacementId: of(one).id }],
    confirmed: [{ id: of(one).id, orders: 0 }],
  };
}
