import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Link } from "@/components/layout/link";
import { LinkButton } from "@/components/layout/link-button";
import { PageHeader } from "@/components/layout/page-header";
import { RefreshOnChange } from "@/components/live/live";
import { Still } from "@/components/live/still";
import { accountTypeLabels } from "@/lib/domain/account";
import { languageLabels } from "@/lib/domain/messages/message";
import { listAccountHistory } from "@/lib/server/accounts/queries/account-history";
import { getAccount } from "@/lib/server/accounts/queries/accounts";
import { openOrdersOf } from "@/lib/server/accounts/queries/open-orders";
import { listCreditNotes } from "@/lib/server/billing/queries/credit-notes";
import { listInvoices } from "@/lib/server/billing/queries/invoices";
import { openInvoicesOf, shownInvoices } from "@/lib/server/billing/queries/open-invoices";
import { listPayments } from "@/lib/server/billing/queries/payments";
import { may } from "@/lib/server/kernel/ctx";
import { freedOrders } from "@/lib/server/orders/queries/freed-orders";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { listSubscriptions } from "@/lib/server/subscriptions/queries/subscriptions";
import { AddressText } from "../../../_components/address-text";
import { found } from "../../../_components/found";
import { Facts } from "../../_components/facts";
import { NoAddress } from "../../_components/no-address";
import { Section } from "../../_components/section";
import { CreditNoteTable } from "../../invoices/_components/credit-note-table";
import { InvoiceTable } from "../../invoices/_components/invoice-table";
import { SubscriptionTable } from "../../subscriptions/_components/subscription-table";
import { CreditPanel } from "../_components/credit-panel";
import { FreedOrders } from "../_components/freed-orders-part";
import { heldWords } from "../_components/held-words";
import { HistoryTable } from "../_components/history-table";
import { PaymentTable } from "../_components/payment-table";
import { RecordPayment } from "../_components/record-payment";

const shown = 5;

export async function generateMetadata({ params }: PageProps<"/accounts/[code]">): Promise<Metadata> {
  const ctx = await requireCtx("account:read");
  const account = await found(getAccount, ctx, (await params).code);
  return { title: account.name };
}

export default async function AccountPage({ params, searchParams }: PageProps<"/accounts/[code]">) {
  const ctx = await requireCtx("account:read");
  const { code } = await params;
  const account = await found(getAccount, ctx, code);
  if (account.code !== code) redirect(`/accounts/${account.code}`);
  const { payment: paymentId } = await searchParams;
  const [history, openOrders, freed, open, unpaid, creditNotes, payments, subscriptions] = await Promise.all([
    listAccountHistory(ctx, { accountId: account.id, limit: shown }),
    account.active ? 0 : openOrdersOf(ctx, account.id),
    may(ctx, "order:execute") ? freedOrders(ctx, { paymentId }) : [],
    may(ctx, "payment:record") ? openInvoicesOf(ctx, account.id) : [],
    may(ctx, "invoice:read") && listInvoices(ctx, { account: account.code, unpaid: "true", limit: shown }),
    may(ctx, "invoice:read") && listCreditNotes(ctx, { account: account.code, limit: shown }),
    may(ctx, "invoice:read") && listPayments(ctx, { accountId: account.id, limit: shown }),
    may(ctx, "subscription:read") && listSubscriptions(ctx, { account: account.code, limit: shown }),
  ]);

  return (
    <Still>
      <PageHeader
        title={account.name}
        meta={account.active ? account.code : `${account.code}, inactive. ${heldWords(openOrders)}`}
        primary={
          may(ctx, "order:create") &&
          account.active && (
            <LinkButton
              href={`/orders/new?account=${account.id}`}
              variant={freed.length > 0 ? "default" : "filled"}
            >
              New order
            </LinkButton>
          )
        }
        secondary={
          <>
            {may(ctx, "order:read") && (
              <LinkButton href={`/orders?account=${account.id}`} variant="default">
                Orders
              </LinkButton>
            )}
            {may(ctx, "payment:record") && (
              <RecordPayment
                account={account}
                invoices={open}
                shown={shownInvoices(account.currency, open)}
              />
            )}
            {may(ctx, "account:save") && (
              <LinkButton href={`/accounts/${account.code}/edit`} variant="default">
                Edit
              </LinkButton>
            )}
          </>
        }
      />
      <CreditPanel {...account} />
      {freed.length > 0 && (
        <RefreshOnChange topic="orders">
          <FreedOrders orders={freed} />
        </RefreshOnChange>
      )}
      <Section title="Details">
        <Facts
          facts={[
            { label: "Email", value: account.email ?? <NoAddress /> },
            { label: "Language", value: languageLabels[account.language] },
            { label: "Address", value: <AddressText address={account} /> },
            { label: "VAT ID", value: account.vatId },
            account.externalId !== null && { label: "External ID", value: account.externalId },
            {
              label: "Billing to",
              value: account.billingTo ? (
                <Link href={`/accounts/${account.billingTo.code}`}>{account.billingTo.name}</Link>
              ) : (
                "The account itself"
              ),
            },
            account.type === "reseller"
              ? { label: "Type", value: accountTypeLabels.reseller }
              : {
                  label: "Reseller",
                  value: account.reseller && (
                    <>
                      <Link href={`/accounts/${account.reseller.code}`}>{account.reseller.name}</Link>
                      {account.orderApproval ? ", approves its orders" : ", without order approval"}
                    </>
                  ),
                },
          ]}
        />
      </Section>
      {unpaid && (
        <Section
          title="Unpaid invoices"
          more={{ label: "All invoices", href: `/invoices?account=${account.code}` }}
        >
          <InvoiceTable page={unpaid} part="Unpaid invoices" />
        </Section>
      )}
      {creditNotes && creditNotes.rows.length > 0 && (
        <Section
          title="Credit notes"
          more={{ label: "All credit notes", href: `/invoices/credit-notes?account=${account.code}` }}
        >
          <CreditNoteTable page={creditNotes} part="Credit notes" />
        </Section>
      )}
      {payments && (
        <Section
          title="Payments"
          {...(payments.next && {
            more: { label: "All payments", href: `/accounts/${account.code}/payments` },
          })}
        >
          <PaymentTable page={{ ...payments, next: null }} part />
        </Section>
      )}
      {subscriptions && (
        <Section
          title="Newest subscriptions and assets"
          more={{ label: "All subscriptions", href: `/subscriptions?account=${account.code}` }}
        >
          <SubscriptionTable page={subscriptions} part="Newest subscriptions and assets" />
        </Section>
      )}
      <Section
        title="History"
        {...(history.next && { more: { label: "All changes", href: `/accounts/${account.code}/history` } })}
      >
        <HistoryTable page={{ ...history, next: null }} currency={account.currency} />
      </Section>
    </Still>
  );
}
