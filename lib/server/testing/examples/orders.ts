import "server-only";
import { randomUUID } from "node:crypto";
import { read } from "../../kernel/db";
import { executeOrder } from "../../orders/commands/execute-order";
import { previewReversal } from "../../orders/commands/reverse-execution";
import { getOrder } from "../../orders/queries/get-order";
import { type TestOrganization, value } from "../factories/basics";
import type { Kinds, ToldElsewhere } from "../hostile";
import type { Example, Examples } from "./example";
import { buyer, each, newOrder, oncePer, order, payer, products, rowsOf, seen, shown, today } from "./shared";

const item = async (here: TestOrganization) => ({
  productId: (await products(here))[0] ?? "",
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

/** Returns an item that adds units to a subscription of the account. */
const addition = async (here: TestOrganization, subscription: { id: string; productId: string }) => ({
  ...(await item(here)),
  productId: subscription.productId,
  itemType: "quantity_change",
  subscriptionId: subscription.id,
});

const subscribed = oncePer(async (here: TestOrganization) => {
  const { code, accountId } = await newOrder(here);
  value(await executeOrder(here.as.operator, { code }));
  const subscription = await read(here.as.operator).subscription.findFirstOrThrow({ where: { accountId } });
  return { accountId, subscription };
});

const executionKinds: Kinds = {
  startDate: "optional",
  statusId: "optional",
  overrideCredit: "optional",
  "overrideCredit.reason": "words",
  comment: "note",
};

const seenKinds: Kinds = { version: "optional", seen: "optional" };

const executableKinds: Kinds = { ...seenKinds, ...executionKinds };

const edit: Example = {
  as: "administrator",
  input: async (here) => {
    const { subscription } = await subscribed(here);
    const { code, version, items } = await order(here);
    const given = await item(here);
    const kept = items.slice(0, rowsOf(here)).map(({ id, productId }) => ({ ...given, id, productId }));
    return {
      code,
      version,
      // The value is read only if the order ends.
      seen: "0".repeat(32),
      billingToId: await payer(here),
      name: "A name",
      note: "A note",
      statusId: here.statuses.Submitted ?? "",
      startDate: "2026-11-23",
      overrideCredit: { reason: "Agreed" },
      comment: "A comment",
      items: [...kept, await addition(here, subscription)],
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

/** Lists what staff send to the orders. */
export const ordersExamples: Examples = {
  createOrder: {
    as: "administrator",
    input: async (here) => {
      const { accountId, subscription } = await subscribed(here);
      return {
        accountId,
        billingToId: await payer(here),
        name: "A name",
        note: "A note",
        orderDate: `${today()}T00:00:00Z`,
        statusId: here.statuses.Submitted ?? "",
        items: [...(await each(here, () => item(here))), await addition(here, subscription)],
      };
    },
    kinds: {
      ...itemKinds,
      billingToId: "optional",
      name: "line",
      note: "note",
      orderDate: "optional",
      statusId: "optional",
    },
    elsewhere: subscriptionOf(0, 1),
  },
  createOrders: {
    as: "administrator",
    input: async (here) => {
      const accountId = await buyer(here);
      const orders = await each(here, async () => ({
        accountId,
        billingToId: await payer(here),
        name: "A name",
        note: "A note",
        orderDate: `${today()}T00:00:00Z`,
        statusId: here.statuses.Submitted ?? "",
        externalId: `ext-${randomUUID()}`,
        items: [await item(here)],
      }));
      return { orders };
    },
    without: ["orders.*.items.*.subscriptionId", "orders.*.endedAt"],
    kinds: {
      ...Object.fromEntries(
        Object.entries(itemKinds).map(([field, kind]) => [`orders.*.${field}`, kind] as const),
      ),
      "orders.*.billingToId": "optional",
      "orders.*.name": "line",
      "orders.*.note": "note",
      "orders.*.orderDate": "optional",
      "orders.*.statusId": "optional",
      "orders.*.externalId": "words",
    },
  },
  editOrder: edit,
  previewEdit: edit,
  deliverOrder: {
    input: async (here) => {
      const { code, version, seen } = await shown(here, "deliver");
      const { items } = await getOrder(here.as.operator, code);
      return {
        code,
        version,
        seen,
        items: items.slice(0, rowsOf(here)).map(({ id }) => ({ itemId: id, quantity: 1 })),
      };
    },
    kinds: { ...seenKinds },
  },
  executeOrder: {
    as: "administrator",
    input: executable,
    kinds: executableKinds,
  },
  previewExecution: {
    as: "administrator",
    input: executable,
    kinds: executableKinds,
  },
  cancelOrder: {
    input: async (here) => ({
      ...(await shown(here, "cancel")),
      statusId: here.statuses.Canceled ?? "",
      comment: "Not wanted",
    }),
    kinds: { ...seenKinds, statusId: "optional", comment: "note" },
  },
  setOrderStatus: {
    input: async (here) => ({
      ...(await seen(here)),
      statusId: here.statuses.Submitted ?? "",
      comment: "",
    }),
    kinds: { version: "optional", comment: "note" },
  },
  reverseExecution: {
    as: "administrator",
    input: async (here) => {
      const code = await executed(here);
      const { shown } = value(await previewReversal(here.as.administrator, { code }));
      return { code, seen: shown.seen, statusId: here.statuses.Canceled ?? "", comment: "A mistake" };
    },
    kinds: { seen: "optional", statusId: "optional", comment: "comment" },
  },
  previewReversal: {
    as: "administrator",
    input: async (here) => ({ code: await executed(here) }),
  },
  listOrders: {
    input: async (here) => ({
      q: "a",
      status: [here.statuses.Submitted ?? ""],
      account: await buyer(here),
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
};

/** Maps the type of each item to its subscription, which shows the fault because the two must match. */
function subscriptionOf(...items: number[]): ToldElsewhere {
  return Object.fromEntries(items.map((at) => [`items.${at}.itemType`, `items.${at}.subscriptionId`]));
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
  };
}
