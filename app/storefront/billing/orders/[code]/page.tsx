import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { DateText } from "@/components/format/date";
import { Money } from "@/components/format/money";
import { Link } from "@/components/layout/link";
import { RefreshOnChange } from "@/components/live/live";
import { may } from "@/lib/server/kernel/ctx";
import { getBasketCode } from "@/lib/server/storefront/basket/queries/get-basket-code";
import { getOwnOrder } from "@/lib/server/storefront/orders/queries/get-own-order";
import { listOwnMessages } from "@/lib/server/storefront/orders/queries/list-own-messages";
import { paymentOutcome } from "@/lib/server/storefront/payments/queries/own-payments";
import { requireCustomer } from "@/lib/server/storefront/session";
import { found } from "../../../../_components/found";
import { PayMissing } from "../../../_components/billing/pay-missing";
import { OrderOutcome, PaymentResult } from "../../../_components/billing/payment-result";
import { Ribbon } from "../../../_components/frame/ribbon";
import { CancelOwnOrder } from "../../../_components/orders/cancel-own-order";
import { MissingValues } from "../../../_components/orders/missing-values";
import { OrderLines } from "../../../_components/orders/order-lines";
import { OrderMessages } from "../../../_components/orders/order-messages";
import classes from "../../../_components/orders/order-page.module.css";
import { OwnSchedule } from "../../../_components/orders/own-schedule";
import { StatusLabel } from "../../../_components/orders/status-label";

export async function generateMetadata({
  params,
}: PageProps<"/storefront/billing/orders/[code]">): Promise<Metadata> {
  return { title: `Order ${(await params).code}` };
}

export default async function OwnOrderPage({
  params,
  searchParams,
}: PageProps<"/storefront/billing/orders/[code]">) {
  const customer = await requireCustomer("storefront:read-orders");
  const { placed, payment: paymentId } = await searchParams;
  // A message about a basket leads here, before and after it is placed.
  const mayBuy = may(customer.ctx, "storefront:buy");
  if (mayBuy && (await getBasketCode(customer)) === (await params).code) redirect("/storefront/checkout");
  const mayPay = mayBuy || may(customer.ctx, "storefront:pay");
  const mayChange = may(customer.ctx, "storefront:change-orders");
  const [order, payment, messages] = await Promise.all([
    found(getOwnOrder, customer, (await params).code),
    mayPay ? paymentOutcome(customer, paymentId) : null,
    listOwnMessages(customer, (await params).code),
  ]);
  const { code, status, currency, holds, totals, version, shown, mayCancel } = order;
  const asked = { code, currency, totals, version, shown, mayCancel };

  return (
    <Live code={code}>
      <p className={classes.back}>
        <Link href="/storefront/billing/orders">Orders</Link>
      </p>
      <header className={classes.head}>
        <h1>Order {code}</h1>
        <StatusLabel status={status} live />
        <div className={classes.actions}>{mayChange && <CancelOwnOrder order={asked} />}</div>
      </header>
      {placed !== undefined && (
        <p role="status" className={classes.thanks}>
          {status.type === "automatic_execute"
            ? "Thank you. We have processed your order and are setting up what you bought."
            : "Thank you. We have your order."}
        </p>
      )}
      <PaymentResult payment={payment} paid={<OrderOutcome {...order} />} />
      {holds.length > 0 && (
        <Ribbon label="Why it waits">
          {holds.map(({ gate, sentence, wayOut, missing }) => (
            <div key={gate}>
              <p>
                <b>{sentence}</b> {wayOut}
              </p>
              {order.mayPay && mayPay && missing && (
                <PayMissing code={code} missing={missing} currency={currency} />
              )}
            </div>
          ))}
        </Ribbon>
      )}
      {order.missing.length > 0 && mayChange && <MissingValues code={code} missing={order.missing} />}
      {order.schedule && mayChange && <OwnSchedule order={asked} schedule={order.schedule} />}
      {order.comment && (
        <p className={classes.comment}>
          Your reseller says: <q>{order.comment}</q>
        </p>
      )}
      <dl className={classes.facts}>
        <div>
          <dt>Ordered</dt>
          <dd>
            <DateText value={order.orderDate} withTime />
          </dd>
        </div>
        <div>
          <dt>Total with tax</dt>
          <dd>
            <Money amount={order.totals.finalPrice} currency={currency} />
          </dd>
        </div>
        {order.billingTo && (
          <div>
            <dt>Invoice to</dt>
            <dd>{order.billingTo}</dd>
          </div>
        )}
        {order.schedule && !mayChange && (
          <div>
            <dt>Execution date</dt>
            <dd>
              <DateText value={order.schedule.day} />
            </dd>
          </div>
        )}
        {order.invoices.length > 0 && (
          <div>
            <dt>Invoice</dt>
            <dd>
              {order.invoices.map((number) =>
                may(customer.ctx, "storefront:read-bills") ? (
                  <Link key={number} href={`/storefront/billing/invoices/${number}`}>
                    {number}{" "}
                  </Link>
                ) : (
                  `${number} `
                ),
              )}
            </dd>
          </div>
        )}
      </dl>
      <OrderLines lines={order.lines} totals={order.totals} currency={currency} />
      <OrderMessages messages={messages} />
    </Live>
  );
}

/** Shows by itself what changes about the order, and about the credit that it may wait for. */
function Live({ code, children }: { code: string; children: ReactNode }) {
  const address = `/api/live/orders/${code}`;
  return (
    <RefreshOnChange topic="orders" address={address}>
      <RefreshOnChange topic="credit" address={address}>
        {children}
      </RefreshOnChange>
    </RefreshOnChange>
  );
}
