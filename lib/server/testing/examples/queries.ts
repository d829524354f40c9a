import "server-only";
import type { CustomerCtx } from "../../storefront/customer";
import type { Scene } from "../scene";

export type QueryExample = {
  /** Returns the input of the query. */
  input?: (scene: Scene) => unknown;
  /** Returns the customer who asks, by default the one with orders. */
  who?: (scene: Scene) => CustomerCtx;
  /** Says why a list returns equally many rows in each scene. */
  bounded?: string;
  /** Says why it has to send more statements for more rows. */
  grows?: string;
};

const all: QueryExample = { input: () => ({}) };
const nothing: QueryExample = {};
const search: QueryExample = { input: () => ({ q: "" }) };
const ofOrder: QueryExample = { input: ({ orders }) => orders.delivered };
const ofExecuted: QueryExample = { input: ({ orders }) => orders.executed };
const ofInvoice: QueryExample = { input: ({ invoice }) => invoice.number };
const ofCreditNote: QueryExample = { input: ({ creditNote }) => creditNote.number };
const ofPayment: QueryExample = { input: ({ paymentId }) => paymentId, who: ({ poor }) => poor };

/** Lists what staff and customers ask each query in a scene, so that it returns rows. */
export const queryExamples: Record<string, QueryExample> = {
  accountById: { input: ({ account }) => account.id },
  accountName: { input: ({ account }) => account.id },
  accountOptions: search,
  basketSize: nothing,
  countListedOrders: all,
  dashboardSummary: nothing,
  eventFeed: all,
  exportAuditLog: all,
  exportOrders: {
    ...all,
    grows: "It is sent while it is read, a page at a time, so that its size takes no memory.",
  },
  freedOrders: { input: ({ reserved }) => ({ paymentId: reserved.id }) },
  getAccount: { input: ({ account }) => account.code },
  getApiKey: { input: ({ apiKeyId }) => apiKeyId },
  getApproval: { input: ({ orders }) => orders.waiting },
  getBasket: nothing,
  getBasketCode: nothing,
  getBulkRun: { input: ({ runId }) => ({ runId }) },
  listBulkResults: { input: ({ runId }) => ({ runId }) },
  getCatalogueProduct: { input: ({ product }) => product?.code },
  getCompany: nothing,
  getSignInRules: nothing,
  getCreditCheck: nothing,
  getCreditNote: ofCreditNote,
  getCreditNoteDocument: ofCreditNote,
  getImport: { input: ({ importId }) => importId },
  getInvoice: ofInvoice,
  getInvoiceDocument: ofInvoice,
  getMessage: { input: ({ message }) => message.id },
  getOrder: ofOrder,
  getOrderForm: { input: ({ orders }) => orders.open },
  getOwnCredit: nothing,
  getOwnCreditNote: ofCreditNote,
  getOwnCreditNoteDocument: ofCreditNote,
  getOwnInvoice: ofInvoice,
  getOwnInvoiceDocument: ofInvoice,
  getOwnOrder: ofExecuted,
  getPayerCredit: { input: ({ account, orders }) => ({ payer: account.id, order: orders.open }) },
  getPayment: { input: ({ reserved }) => reserved.id },
  getPaymentRequest: ofPayment,
  getProduct: { input: ({ product }) => product?.code },
  getRole: { input: ({ roleId }) => roleId },
  getShopLook: nothing,
  getStatusVersion: { input: () => 2 },
  getSubscription: { input: ({ subscription }) => subscription.id },
  getUser: { input: ({ user }) => user?.id },
  getWebhook: { input: ({ webhookId }) => webhookId },
  getVendor: { input: ({ vendorId }) => vendorId },
  importReport: { input: ({ importId }) => ({ importId }) },
  justOrdered: nothing,
  listAccountHistory: { input: ({ account }) => ({ accountId: account.id }) },
  listAccounts: all,
  listApiKeys: all,
  listApprovals: { input: () => ({ show: "all" }) },
  listAuditLog: all,
  listBulkRuns: all,
  listCatalogue: all,
  listColleagues: { ...nothing, bounded: "An account has at most 100 people, unless staff add more." },
  listCreditNotes: all,
  listCustomers: all,
  listDeliveries: { input: ({ webhookId }) => ({ webhookId }) },
  listImportRows: { input: ({ importId }) => ({ importId }) },
  listImports: all,
  listInvoices: all,
  listKeyRequests: { input: ({ apiKeyId }) => ({ keyId: apiKeyId }) },
  listMessages: all,
  listOrderStatuses: nothing,
  findOrders: all,
  listOrders: all,
  listOwnCreditNotes: all,
  listOwnInvoices: all,
  listOwnMessages: { ...ofExecuted, bounded: "An order sends one message of each kind." },
  listOwnOrders: all,
  listOwnPayments: all,
  listOwnOrganizations: { ...nothing, bounded: "It lists the other organizations of one person." },
  listOwnSessions: {
    ...nothing,
    bounded: "It lists what one person began within the length of a session.",
  },
  listOwnSubscriptions: all,
  listPayments: { input: ({ account }) => ({ accountId: account.id }) },
  listProducts: all,
  listRoles: all,
  listStatusVersions: all,
  listSubscriptions: all,
  listUsers: all,
  listVendors: all,
  listWebhooks: all,
  mayBuy: nothing,
  newOrderDefaults: nothing,
  newestVersion: ofOrder,
  openInvoicesOf: { input: ({ account }) => account.id },
  openOrdersOf: { input: ({ account }) => account.id },
  orderCounts: nothing,
  orderHistory: { input: ({ orders }) => ({ code: orders.delivered }) },
  orderInvoices: ofExecuted,
  orderOutcomes: { input: ({ orders }) => orders.ids },
  orderSubscriptions: ofExecuted,
  ordersPerDay: { input: () => 30 },
  paymentOutcome: ofPayment,
  preflightBulk: { input: ({ orders }) => ({ selection: { orderIds: orders.ids }, action: "execute" }) },
  productOptions: search,
  provisioningFailures: nothing,
  resellerOptions: search,
  roleChoices: { ...nothing, bounded: "An organization has at most 200 roles." },
  scheduledOrders: nothing,
  searchEverything: { input: () => "buyer" },
  statusFilterOptions: nothing,
  statusOptions: nothing,
  stoppedWebhooks: nothing,
  subscriptionOptions: {
    input: ({ account, subscription }) => ({ account: account.id, product: subscription.productId }),
  },
  tradeOrders: all,
  unexecutedGroups: nothing,
  unexecutedOrders: all,
  vendorOptions: nothing,
  watchOwnOrder: ofExecuted,
};
