// This is a separate process that acts on scheduled orders as the web's people do while workers execute them.

import { addDays, localDay } from "@/lib/domain/values/day";
import type { OrganizationId } from "../../kernel/ctx";
import { executeOrder } from "../../orders/commands/execute-order";
import { getOrder } from "../../orders/queries/get-order";
import { listOrders } from "../../orders/queries/list-orders";
import { customerOf } from "../../storefront/customer";
import { cancelOwnOrder } from "../../storefront/orders/commands/cancel-own-order";
import { rescheduleOrder } from "../../storefront/orders/commands/reschedule-order";
import { getOwnOrder } from "../../storefront/orders/queries/get-own-order";
import { ctxOf } from "../factories/contexts";

export type WebErrand = {
  organizationId: OrganizationId;
  orders: { code: string; accountId: string; wish: "execute" | "reschedule" | "cancel" }[];
};

/** Lists the codes of the orders whose command was not refused. */
export type WebAnswer = Record<WebErrand["orders"][number]["wish"], string[]>;

process.on("message", async ({ organizationId, orders }: WebErrand) => {
  const answer: WebAnswer = { execute: [], reschedule: [], cancel: [] };
  for (const { code, accountId, wish } of orders) {
    const operator = ctxOf({ organizationId }, "operator");
    const ctx = ctxOf({ organizationId }, "customer");
    const person = { id: ctx.actor.id ?? "", name: "", email: "", role: "customer" as const, accountId };
    const customer = customerOf({ ctx, user: person });
    await Promise.all([listOrders(operator, {}), getOrder(operator, code), getOwnOrder(customer, code)]);
    const day = addDays(localDay(new Date(), "UTC"), 10);
    const carriedOut = {
      execute: () => executeOrder(operator, { code }),
      reschedule: () => rescheduleOrder(customer, { code, day }),
      cancel: () => cancelOwnOrder(customer, { code }),
    };
    if ((await carriedOut[wish]()).ok) answer[wish].push(code);
  }
  process.send?.(answer);
});
process.send?.("ready");
