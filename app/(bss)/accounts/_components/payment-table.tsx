"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import { type DataColumn, DataTable, unsorted } from "@/components/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { DateText } from "@/components/format/date";
import { Money } from "@/components/format/money";
import { Link } from "@/components/layout/link";
import type { PaymentRow } from "@/lib/server/billing/queries/payments";
import type { Page } from "@/lib/server/kernel/keyset";
import classes from "./payments.module.css";
import { Reservation } from "./reservation";

// Its arithmetic is loaded only when somebody reverses a payment.
const ReversePaymentDialog = dynamic(
  () => import("./reverse-payment-dialog").then((module) => module.ReversePaymentDialog),
  { ssr: false },
);

const columns: DataColumn<PaymentRow>[] = [
  {
    id: "received",
    header: "Received on",
    sort: "received",
    cell: ({ receivedOn }) => <DateText value={receivedOn} />,
  },
  { id: "reference", header: "Reference", cell: ({ reference }) => reference || "–" },
  {
    id: "invoices",
    header: "Pays",
    cell: ({ invoices, currency }) =>
      invoices.length === 0 ? (
        "–"
      ) : (
        <span className={classes.invoices}>
          {invoices.map(({ number, amount }) => (
            <span key={number}>
              <Link href={`/invoices/${number}`}>{number}</Link> <Money amount={amount} currency={currency} />
            </span>
          ))}
        </span>
      ),
  },
  {
    id: "by",
    header: "Recorded by",
    cell: ({ recordedBy }) => recordedBy,
    priority: "medium",
    card: "hidden",
  },
  {
    id: "unallocated",
    header: "Not allocated",
    align: "end",
    cell: ({ unallocated, currency, reversed }) =>
      reversed ? "–" : <Money amount={unallocated} currency={currency} />,
    card: "hidden",
  },
  {
    id: "reserved",
    header: "Reserved for",
    cell: (payment) =>
      payment.reservedFor ? <Reservation payment={payment} code={payment.reservedFor} /> : "–",
  },
  {
    id: "amount",
    header: "Amount",
    sort: "amount",
    align: "end",
    cell: ({ amount, currency, reversed }) => (
      <span className={reversed ? classes.reversed : undefined}>
        <Money amount={amount} currency={currency} />
      </span>
    ),
    card: "aside",
  },
  { id: "reverse", header: "Reversal", cell: (payment) => <Reversal payment={payment} /> },
];

/** Reverses a mistaken payment, with a reason. Nothing is deleted. */
function Reversal({ payment }: { payment: PaymentRow }) {
  const [asking, setAsking] = useState(false);
  if (payment.reversed) {
    return (
      <span>
        {payment.reversed.reason} ({payment.reversed.by})
      </span>
    );
  }
  if (!payment.mayReverse) return "–";
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`Reverse payment ${payment.reference || payment.receivedOn}`}
        onClick={() => setAsking(true)}
      >
        Reverse
      </Button>
      {asking && <ReversePaymentDialog payment={payment} onClose={() => setAsking(false)} />}
    </>
  );
}

interface PaymentTableProps {
  page: Page<PaymentRow>;
  /** Shows only the newest ones, on the account's page. */
  part?: boolean;
}

export function PaymentTable({ page, part = false }: PaymentTableProps) {
  const reserves = page.rows.some(({ reservedFor }) => reservedFor !== null);
  const shown = reserves ? columns : columns.filter(({ id }) => id !== "reserved");
  return (
    <DataTable
      label="Payments"
      columns={part ? unsorted(shown) : shown}
      rows={page.rows}
      rowId={({ id }) => id}
      rowName={({ reference, receivedOn }) => reference || receivedOn}
      grows
      {...((page.next || page.previous) && { page })}
      empty={<EmptyState title="No payment was recorded yet" />}
    />
  );
}
