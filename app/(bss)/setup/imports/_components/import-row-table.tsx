"use client";

import { type DataColumn, type DataFilter, DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { Link } from "@/components/layout/link";
import type { ImportSubject } from "@/lib/domain/import-subject";
import { importRowStates, rowDays } from "@/lib/domain/imports/import";
import type { ImportRow } from "@/lib/server/imports/tell-row";
import type { Page } from "@/lib/server/kernel/keyset";
import classes from "./imports.module.css";
import { resultLabel, rowStateLabels } from "./words";

/** Says where what the rows made has its page. */
const pages: Record<ImportSubject, string> = {
  accounts: "accounts",
  products: "products",
  orders: "orders",
  balances: "invoices",
};

const columnsOf = (subject: ImportSubject): DataColumn<ImportRow>[] => [
  { id: "line", header: "Line", align: "end", width: "5rem", cell: ({ line }) => line },
  { id: "externalId", header: "External ID", width: "12rem", cell: ({ externalId }) => externalId ?? "–" },
  {
    id: "name",
    header: subject === "orders" || subject === "balances" ? "Account" : "Name",
    cell: ({ name }) => name,
  },
  {
    id: "code",
    header: "Code",
    width: "9rem",
    cell: ({ code }) =>
      code ? (
        <Link href={`/${pages[subject]}/${encodeURIComponent(code)}`} prefetch={false}>
          {code}
        </Link>
      ) : (
        "–"
      ),
  },
  {
    id: "result",
    header: "Result",
    width: "10rem",
    card: "aside",
    cell: ({ state, plan }) => (
      <span className={classes.outcome} data-outcome={state}>
        {resultLabel(state, plan)}
      </span>
    ),
  },
  { id: "problems", header: "Problems", cell: ({ problems }) => <Problems problems={problems} /> },
];

function Problems({ problems }: Pick<ImportRow, "problems">) {
  if (problems.length === 0) return null;
  return (
    <ul className={classes.problems}>
      {problems.map(({ field, line, message }) => (
        <li key={`${field} ${line} ${message}`}>
          {field && <code>{field}</code>} {line !== null && `(line ${line}) `}
          {message}
        </li>
      ))}
    </ul>
  );
}

const filters: DataFilter[] = [
  {
    name: "state",
    label: "Result",
    options: importRowStates.map((value) => ({ value, label: rowStateLabels[value] })),
  },
];

interface ImportRowTableProps {
  subject: ImportSubject;
  page: Page<ImportRow>;
  /** Is true once the rows were deleted, so that an empty table says why it is empty. */
  gone: boolean;
}

export function ImportRowTable({ subject, page, gone }: ImportRowTableProps) {
  return (
    <DataTable
      label="Rows"
      columns={columnsOf(subject)}
      rows={page.rows}
      rowId={({ line }) => String(line)}
      rowName={({ line }) => `Line ${line}`}
      grows
      page={page}
      filters={filters}
      empty={
        gone ? (
          <EmptyState title="The rows are no longer here">
            We deleted them {rowDays} days after the import ended. The numbers above stay.
          </EmptyState>
        ) : (
          <EmptyState title="No row has this result" />
        )
      }
    />
  );
}
