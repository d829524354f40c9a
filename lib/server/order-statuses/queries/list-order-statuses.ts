import "server-only";
import type { StatusList } from "@/lib/domain/order-status/saving/save";
import type { Ctx } from "../../kernel/ctx";
import { read, type Tx } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { nothing, query } from "../../kernel/definition/query";

/** Returns the whole list as setup shows it, with inactive statuses. */
export const listOrderStatuses = query({
  name: "order-status.list",
  caller: staff("order-status:read"),
  input: nothing,
  async run({ ctx }): Promise<StatusList> {
    return loadStatusList(read(ctx), ctx);
  },
});

/** Reads the list, also for the save within its transaction. The counts are sums of few rows, so no orders are scanned. */
export async function loadStatusList(
  db: Pick<Tx, "organization" | "orderStatus" | "orderCountChange">,
  ctx: Ctx,
): Promise<StatusList> {
  const { organizationId } = ctx;
  const { statusListVersion } = await db.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { statusListVersion: true },
  });
  const rows = await db.orderStatus.findMany({
    where: { organizationId },
    orderBy: [{ no: "asc" }, { description: "asc" }],
    omit: { organizationId: true },
  });
  const sums = await db.orderCountChange.groupBy({
    by: ["statusId", "isPrimary"],
    where: { organizationId },
    _sum: { change: true },
  });

  const counts = new Map(sums.map((sum) => [`${sum.statusId} ${sum.isPrimary}`, sum._sum.change ?? 0]));
  const statuses = rows.map((row) => {
    const subOrders = counts.get(`${row.id} false`) ?? 0;
    const orders = (counts.get(`${row.id} true`) ?? 0) + subOrders;
    return { ...row, updatedAt: row.updatedAt.toISOString(), orders, subOrders };
  });
  return { version: statusListVersion, statuses };
}
