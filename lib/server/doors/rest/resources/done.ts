import "server-only";
import { z } from "zod";
import type { OrderRefusal } from "@/lib/domain/order/holds/refusal";
import { tellRefusal } from "@/lib/domain/refusals/tell";
import type { Ctx } from "../../../kernel/ctx";
import type { SavedOrder } from "../../../orders/commands/saved-order";
import { Money } from "../money";

const NotExecuted = z
  .object({ code: z.string(), detail: z.string(), data: z.record(z.string(), z.unknown()) })
  .meta({ id: "NotExecuted" });

export const OrderSaved = z
  .object({
    code: z.string(),
    notExecuted: NotExecuted.nullable().describe(
      "If the status asked for execution, this says why we saved the order without executing it.",
    ),
  })
  .meta({ id: "OrderSaved" });

export function tellSaved({ code, notExecuted }: SavedOrder, ctx: Ctx): z.input<typeof OrderSaved> {
  return { code, notExecuted: notExecuted && tellNotExecuted(notExecuted, ctx) };
}

function tellNotExecuted(refusal: OrderRefusal, ctx: Ctx): z.input<typeof NotExecuted> {
  const { reason, ...data } = refusal;
  return { code: reason, detail: tellRefusal(refusal, ctx.locale).message, data };
}

export const OrderExecuted = z
  .object({
    code: z.string(),
    invoiceNumber: z.string(),
    primaryExecuted: z.boolean().describe("This is true if the primary order is executed as well."),
  })
  .meta({ id: "OrderExecuted" });

export const OrderDelivered = z
  .object({ code: z.string(), subOrderCode: z.string() })
  .meta({ id: "OrderDelivered" });

export const OrderCanceled = z
  .object({
    code: z.string(),
    remainderOnly: z
      .boolean()
      .describe("This is true if we canceled only the units that were not executed yet."),
  })
  .meta({ id: "OrderCanceled" });

export const OrderReversed = z
  .object({
    code: z.string(),
    creditNotes: z.array(z.object({ number: z.string() })),
    released: Money.describe("This much had been paid of the invoices. It is now credit of the account."),
  })
  .meta({ id: "OrderReversed" });

export const OrderStatusSet = z.object({ code: z.string() }).meta({ id: "OrderStatusSet" });
export const Created = z.object({ id: z.uuid(), code: z.string() }).meta({ id: "Created" });
export const Saved = z.object({ id: z.uuid() }).meta({ id: "Saved" });
