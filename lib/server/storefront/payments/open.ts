import "server-only";
import { randomUUID } from "node:crypto";
import type { PaymentDriverName, PaymentRefusal } from "@/lib/domain/storefront/payment";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import { config } from "../../kernel/config";
import type { Ctx } from "../../kernel/ctx";
import { read, type Tx } from "../../kernel/db";
import { log } from "../../kernel/log";
import type { CustomerCtx } from "../customer";
import { paymentDrivers } from "./drivers";

/** Names what is paid, and the amount as an exact decimal. */
export type ToPay = { for: { orderId: string } | { invoiceId: string }; amount: string; currency: string };

export type OpenRequest = { id: string; driver: PaymentDriverName; amount: string; currency: string };

/** Answers which provider takes payments here, or a refusal if there is none. */
export async function requireDriver() {
  const { paymentDriver } = config();
  return paymentDriver ? ok(paymentDriver) : refuse({ reason: "no_provider" });
}

/** Opens a request. Asking again for the same amount gives the same request. */
export async function openRequest(
  tx: Tx,
  { ctx, accountId }: CustomerCtx,
  driver: PaymentDriverName,
  toPay: ToPay,
): Promise<OpenRequest> {
  const { organizationId } = ctx;
  const { amount, currency } = toPay;
  const wanted = { accountId, ...toPay.for, driver, amount, state: "open" } as const;
  const open = await tx.paymentRequest.findFirst({
    where: { organizationId, ...wanted },
    select: { id: true },
  });
  if (open) return { id: open.id, driver, amount, currency };
  const id = randomUUID();
  await tx.paymentRequest.create({
    data: { organizationId, id, ...wanted, currency, createdAt: ctx.now },
    select: { id: true },
  });
  return { id, driver, amount, currency };
}

/** Answers the provider's page for a request. It is called outside any transaction. */
export async function openPage(
  ctx: Ctx,
  { id, driver, amount, currency }: OpenRequest,
  description: string,
): Promise<Result<{ page: string }, Extract<PaymentRefusal, { reason: "no_answer" }>>> {
  const { publicUrl } = config();
  const opened = await paymentDrivers[driver]
    .open({
      id,
      amount,
      currency,
      description,
      returnUrl: `${publicUrl}/storefront/payments/${id}/return`,
      noticeUrl: `${publicUrl}/api/payments/${driver}`,
    })
    .catch((error: unknown) => {
      log.error({ err: error, event: "start_payment", id }, "The payment provider opened no payment");
    });
  if (!opened) return refuse({ reason: "no_answer" });
  const { reference, page } = opened;
  await read(ctx).paymentRequest.updateMany({ where: { id, reference: null }, data: { reference } });
  return ok({ page });
}
