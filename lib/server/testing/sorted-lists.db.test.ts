import { beforeAll, expect, test } from "vitest";
import { listAccounts } from "../accounts/queries/accounts";
import { listAuditLog } from "../audit-log/queries/list-audit-log";
import { recordPayment } from "../billing/commands/record-payment";
import { listCreditNotes } from "../billing/queries/credit-notes";
import { listInvoices } from "../billing/queries/invoices";
import { listPayments } from "../billing/queries/payments";
import { startBulkRun } from "../bulk/commands/start-bulk-run";
import { listBulkRuns } from "../bulk/queries/bulk-runs";
import type { Page } from "../kernel/keyset";
import { listMessages } from "../messages/queries/messages";
import { reverseExecution } from "../orders/commands/reverse-execution";
import { listOrders } from "../orders/queries/list-orders";
import { listProducts } from "../products/queries/products";
import { listSubscriptions } from "../subscriptions/queries/subscriptions";
import { listUsers } from "../users/queries/users";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  makeUser,
  type TestOrganization,
  value,
} from "./factories/basics";
import { makeOrder } from "./factories/orders";
import { makeScheduledOrder } from "./factories/scheduling";

let here: TestOrganization;
let accountId: string;

beforeAll(async () => {
  here = await makeOrganization();
  accountId = (await makeAccount(here, { name: "Payer" })).id;
  const { id: userId } = await makeUser(here, { name: "Bea" });
  const operator = here.as.operator;
  const runner = { ...operator, actor: { ...operator.actor, id: userId } };
  for (const [name, price] of [
    ["Zeta", "5"],
    ["Alpha", "120.5"],
    ["Mid", "40"],
  ] as const) {
    const { id: account } = await makeAccount(here, { name });
    const product = await makeProduct(here, { name, price });
    const items = [{ productId: product.id, quantity: 1 }];
    const { id, code } = await makeOrder(here, {
      ...{ accountId: account, items, statusId: here.statuses.Executed },
    });
    value(await reverseExecution(here.as.administrator, { code, comment: "A mistake" }));
    const work = { action: "cancel", input: { statusId: here.statuses.Canceled } };
    value(await startBulkRun(runner, { selection: { orderIds: [id] }, work }));
    await makeUser(here, { name });
    value(await recordPayment(here.as.operator, { accountId, amount: price }));
  }
});

type Row = { id: string };
type List = (input: object) => Promise<Page<Row>>;

/** Returns every row, read one at a time. */
async function onePageEach(list: List, sort: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await list({ sort, limit: 1, cursor });
    rows.push(...page.rows);
    cursor = page.next;
  }
  return rows;
}

const lists: [
  name: string,
  list: () => List,
  sorts: string[],
  field: (row: never, sort: string) => string | number,
][] = [
  [
    "accounts",
    () => (input) => listAccounts(here.as.operator, input),
    ["name", "code"],
    (row: Record<string, string>, sort) => row[sort] ?? "",
  ],
  [
    "products",
    () => (input) => listProducts(here.as.operator, input),
    ["name", "code", "price"],
    (row: Record<string, string>, sort) => (sort === "price" ? Number(row.price) : (row[sort] ?? "")),
  ],
  [
    "invoices",
    () => (input) => listInvoices(here.as.operator, input),
    ["issued", "due", "outstanding", "total"],
    (row: Record<string, string>, sort) =>
      ({ issued: row.issueDate ?? "", due: row.dueDate ?? "" })[sort] ?? Number(row[sort]),
  ],
  [
    "subscriptions",
    () => (input) => listSubscriptions(here.as.operator, input),
    ["name", "start"],
    (row: Record<string, string>, sort) => (sort === "name" ? row.description : row.startDate) ?? "",
  ],
  [
    "users",
    () => (input) => listUsers(here.as.administrator, input),
    ["name", "email"],
    (row: Record<string, string>, sort) => row[sort] ?? "",
  ],
  [
    "payments",
    () => (input) => listPayments(here.as.operator, { ...input, accountId }),
    ["received", "amount"],
    (row: Record<string, string>, sort) => (sort === "amount" ? Number(row.amount) : (row.receivedOn ?? "")),
  ],
  [
    "credit notes",
    () => (input) => listCreditNotes(here.as.operator, input),
    ["number"],
    (row: Record<string, string>) => Number(row.number?.replace("CN-", "")),
  ],
  [
    "messages",
    () => (input) => listMessages(here.as.operator, input),
    ["written"],
    (row: Record<string, string>) => row.createdAt ?? "",
  ],
  [
    "bulk runs",
    () => (input) => listBulkRuns(here.as.operator, input),
    ["started"],
    (row: Record<string, string>) => row.startedAt ?? "",
  ],
  [
    "the audit log",
    () => (input) => listAuditLog(here.as.administrator, input),
    ["at"],
    (row: Record<string, string>) => row.at ?? "",
  ],
];

test.each(lists)("sorts %s by each column, up and down, page by page", async (_, list, sorts, field) => {
  for (const sort of sorts) {
    const up = await onePageEach(list(), sort);
    const values = up.map((row) => field(row as never, sort));
    expect(up.length, sort).toBeGreaterThanOrEqual(3);
    expect(values, sort).toEqual(values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    const down = await onePageEach(list(), `-${sort}`);
    expect(
      down.map(({ id }) => id),
      sort,
    ).toEqual(up.map(({ id }) => id).toReversed());
  }
});

test("a sort that is none sorts as the list does by itself", async () => {
  const names = async (sort: unknown) =>
    (await listAccounts(here.as.operator, { sort })).rows.map(({ name }) => name);
  expect(await names("'; DROP")).toEqual(await names(undefined));
  expect(await names(["code", "name"])).toEqual(await names(undefined));
});

test("a scheduled order says when it is to be executed", async () => {
  const { code } = await makeScheduledOrder(here);
  const { rows } = await listOrders(here.as.operator, { q: code });
  expect(rows[0]).toMatchObject({ code, executionDay: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });
});
