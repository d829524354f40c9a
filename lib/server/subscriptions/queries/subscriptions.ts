import "server-only";
import { z } from "zod";
import { type SubscriptionPrice, subscriptionPrice } from "@/lib/domain/order/amounts/subscription-terms";
import type { BillingPeriod } from "@/lib/domain/product";
import {
  movesForPeople,
  type PersonMove,
  type ProvisioningAction,
  type ProvisioningDriver,
  type ProvisioningState,
  provisioningStates,
  triesOf,
} from "@/lib/domain/provisioning";
import { listParameters, sortParameter } from "@/lib/schemas/fields";
import { may } from "../../kernel/ctx";
import { type Prisma, read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { NotFound } from "../../kernel/errors";
import { filter, isUuid, type Page, type SortColumn, sortedKeyset } from "../../kernel/keyset";
import { toldFailure } from "../../provisioning/told";
import { foundByOrOrder, namesIn, searched } from "../../search/found-by";
import { type Ordered, orderedOfSubscription } from "../terms";

const ListSubscriptionsInput = z.object({
  ...listParameters,
  sort: sortParameter(["name", "start", "made"], "-made"),
  /** Holds an account's code. */
  account: z.string().max(20).optional().catch(undefined),
  type: z.enum(["subscription", "asset"]).optional().catch(undefined),
  provisioning: z.enum(provisioningStates).optional().catch(undefined),
});

export type SubscriptionRow = {
  id: string;
  type: "subscription" | "asset";
  description: string;
  account: { code: string; name: string };
  orderCode: string;
  /** Holds a day, "2026-11-23". */
  startDate: string;
  quantity: number;
  currency: string;
  billingPeriod: BillingPeriod;
  trial: boolean;
  /** Holds the day on which a trial ends. */
  trialEndsOn: string | null;
  /** Holds its last day once it is cancelled. */
  endDate: string | null;
  provisioning: { state: ProvisioningState; error: string | null };
} & SubscriptionPrice;

type Row = Omit<SubscriptionRow, "account" | "provisioning" | keyof SubscriptionPrice> & {
  ordered: Ordered;
  accountCode: string;
  accountName: string;
  state: ProvisioningState;
  error: unknown;
  createdAt: Date;
};

const columns = sql`
  subscriptions.id, subscriptions.type, subscriptions.description, accounts.code AS "accountCode",
  accounts.name AS "accountName", orders.code AS "orderCode", subscriptions.start_date::text AS "startDate",
  subscriptions.quantity, subscriptions.currency,
  subscriptions.billing_period AS "billingPeriod", subscriptions.trial, subscriptions.trial_ends_on::text AS "trialEndsOn", subscriptions.end_date::text AS "endDate", subscriptions.provisioning_state AS state,
  subscriptions.provisioning_error AS error, subscriptions.created_at AS "createdAt", ${orderedOfSubscription}`;

const joins = sql`
  JOIN accounts ON accounts.organization_id = subscriptions.organization_id AND accounts.id = subscriptions.account_id
  JOIN orders ON orders.organization_id = subscriptions.organization_id AND orders.id = subscriptions.order_id`;

const sortable = {
  name: { key: sql`subscriptions.description`, keyType: "text", of: ({ description }) => description },
  start: { key: sql`subscriptions.start_date`, keyType: "date", of: ({ startDate }) => startDate },
  made: {
    key: sql`subscriptions.created_at`,
    keyType: "timestamptz",
    of: ({ createdAt }) => createdAt.toISOString(),
  },
} satisfies Record<string, SortColumn<Row>>;

/**
 * Returns subscriptions and assets, newest first. The search finds an order's code or part of the account's or product's
 * name.
 */
export const listSubscriptions = query({
  name: "subscription.list",
  caller: staff("subscription:read"),
  input: ListSubscriptionsInput,
  async run(
    { ctx },
    { q, account, type, provisioning, sort, cursor, limit },
  ): Promise<Page<SubscriptionRow>> {
    const pages = sortedKeyset(sortable, sql`subscriptions.id`, { sort, cursor, limit });

    const names = await namesIn(ctx, q, "accounts", "products");

    const rows = await read(ctx).$queryRaw<Row[]>(sql`
      SELECT ${columns} FROM subscriptions ${joins}
      WHERE subscriptions.organization_id = ${ctx.organizationId}::uuid
        ${foundByOrOrder(ctx, q, sql`subscriptions.order_id`, (pattern, word) => sql`${searched.subscriptions} LIKE ${pattern} OR ${names.account(sql`subscriptions.account_id`, word)} OR ${names.product(sql`subscriptions.product_id`, word)}`)}
        ${filter(sql`accounts.code = ${account}`, account)}
        ${filter(sql`subscriptions.type = ${type ?? ""}::subscription_type`, type)}
        ${filter(provisioningIs(provisioning), provisioning)}
        ${pages.where} ${pages.tail}`);
    const page = pages.page(rows);
    return { ...page, rows: page.rows.map(toRow) };
  },
});

/**
 * Returns the condition on the state. The second part lets the planner use the index of those that are not
 * provisioned.
 */
function provisioningIs(state: ProvisioningState | undefined): Prisma.Sql {
  const is = sql`subscriptions.provisioning_state = ${state ?? ""}::provisioning_state`;
  return state === "provisioned" ? is : sql`${is} AND subscriptions.provisioning_state <> 'provisioned'`;
}

export type ProvisioningTaskRow = {
  id: string;
  action: ProvisioningAction;
  driver: ProvisioningDriver;
  /** Names the vendor that the http driver asks. */
  vendor: string | null;
  /** Tells whether the vendor has accepted it and will report back. */
  accepted: boolean;
  state: ProvisioningState;
  quantity: number;
  /** Counts the attempts since it was queued or retried. */
  tries: number;
  error: string | null;
  /** Holds the time in ISO format; null if nothing is planned. */
  nextAttemptAt: string | null;
  createdAt: string;
  updatedAt: string;
  /** Lists what the actor may do to it now. */
  moves: PersonMove[];
};

export type SubscriptionDetail = SubscriptionRow & {
  productCode: string;
  createdAt: string;
  configuration: { name: string; value: string }[];
  /** Lists the tasks, newest first. */
  tasks: ProvisioningTaskRow[];
};

/** Returns a subscription or asset with its provisioning tasks. @throws NotFound */
export const getSubscription = query({
  name: "subscription.get",
  caller: staff("subscription:read"),
  input: z.string(),
  async run({ ctx }, id): Promise<SubscriptionDetail> {
    type DetailRow = Row & { productCode: string; configuration: Record<string, string> };
    const [row] = isUuid(id)
      ? await read(ctx).$queryRaw<DetailRow[]>(sql`
          SELECT ${columns}, products.code AS "productCode", order_items.configuration
          FROM subscriptions ${joins}
          JOIN products ON products.organization_id = subscriptions.organization_id AND products.id = subscriptions.product_id
          JOIN order_items
            ON order_items.organization_id = subscriptions.organization_id AND order_items.id = subscriptions.order_item_id
          WHERE subscriptions.organization_id = ${ctx.organizationId}::uuid AND subscriptions.id = ${id}::uuid`)
      : [];
    if (!row) throw new NotFound("subscription", id);
    const tasks = await read(ctx).provisioningTask.findMany({
      where: { subscriptionId: id },
      orderBy: [{ createdAt: "desc" }, { action: "desc" }, { id: "desc" }],
      select: taskColumns,
    });

    const takenDown = new Set(
      tasks.filter(({ action }) => action === "deprovision").map(({ orderItemId }) => orderItemId),
    );
    const mayMove = may(ctx, "provisioning:complete");
    return {
      ...toRow(row),
      productCode: row.productCode,
      createdAt: row.createdAt.toISOString(),
      configuration: Object.entries(row.configuration).map(([name, value]) => ({ name, value })),
      tasks: tasks.map(({ orderItemId, vendor, acceptedAt, attempts, earlierAttempts, error, ...task }) => ({
        ...task,
        error: toldFailure(error),
        tries: triesOf({ attempts, earlierAttempts }),
        vendor: vendor?.name ?? null,
        accepted: acceptedAt !== null,
        nextAttemptAt: task.nextAttemptAt?.toISOString() ?? null,
        createdAt: task.createdAt.toISOString(),
        updatedAt: task.updatedAt.toISOString(),
        moves: mayMove ? movesForPeople({ ...task, reversed: takenDown.has(orderItemId) }) : [],
      })),
    };
  },
});

const taskColumns = {
  id: true,
  action: true,
  driver: true,
  vendor: { select: { name: true } },
  acceptedAt: true,
  state: true,
  quantity: true,
  attempts: true,
  earlierAttempts: true,
  error: true,
  nextAttemptAt: true,
  createdAt: true,
  updatedAt: true,
  orderItemId: true,
} satisfies Prisma.ProvisioningTaskSelect;

function toRow(row: Row): SubscriptionRow {
  const { id, type, description, orderCode, startDate, endDate } = row;
  const { quantity, currency, billingPeriod, trial, trialEndsOn } = row;
  return {
    id,
    type,
    description,
    account: { code: row.accountCode, name: row.accountName },
    orderCode,
    startDate,
    endDate,
    quantity,
    currency,
    billingPeriod,
    trial,
    trialEndsOn,
    provisioning: { state: row.state, error: toldFailure(row.error) },
    ...subscriptionPrice(row.ordered, { trial, billingPeriod, currency }),
  };
}
