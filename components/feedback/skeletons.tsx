import type { CSSProperties } from "react";
import classes from "./skeletons.module.css";

/** Tells a screen reader once that something loads; the shapes below it are decoration. */
function Loading({ children }: { children: React.ReactNode }) {
  return (
    <div role="status" aria-label="Loading">
      <div aria-hidden="true">{children}</div>
    </div>
  );
}

function Bar({ width, height }: { width: CSSProperties["width"]; height?: number }) {
  return <div className={classes.bar} style={{ width, height }} />;
}

/** Has the shape of a page header and a data table. */
export function TablePageSkeleton({ rows = 12 }: { rows?: number }) {
  return (
    <Loading>
      <HeaderShape />
      <TableShape rows={rows} />
    </Loading>
  );
}

/** Has the shape of a form: labels above fields. */
export function FormPageSkeleton({ fields = 5 }: { fields?: number }) {
  return (
    <Loading>
      <HeaderShape />
      <div className={classes.form}>
        {Array.from({ length: fields }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: decoration without identity
          <Bar key={i} width="100%" height={36} />
        ))}
      </div>
    </Loading>
  );
}

/** Has the shape of the dashboard: panels side by side. */
export function DashboardSkeleton() {
  return (
    <Loading>
      <HeaderShape />
      <TableShape rows={8} />
      <div className={classes.panels}>
        <TableShape rows={4} />
        <TableShape rows={4} />
      </div>
    </Loading>
  );
}

/** Has the shape of a catalogue: a search, and cards below it. */
export function CardsPageSkeleton({ cards = 8 }: { cards?: number }) {
  return (
    <Loading>
      <HeaderShape />
      <div className={classes.cards}>
        {Array.from({ length: cards }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: decoration without identity
          <div key={i} className={classes.card}>
            <Bar width="60%" height={20} />
            <Bar width="40%" />
            <Bar width="100%" height={36} />
          </div>
        ))}
      </div>
    </Loading>
  );
}

/** Has the shape of a table within a page. */
export function TableSkeleton({ rows = 5 }: { rows?: number }) {
  return (
    <Loading>
      <TableShape rows={rows} />
    </Loading>
  );
}

function HeaderShape() {
  return (
    <div className={classes.header}>
      <Bar width={180} height={24} />
      <Bar width={120} height={36} />
    </div>
  );
}

function TableShape({ rows }: { rows: number }) {
  return (
    <div className={classes.table}>
      {Array.from({ length: rows + 1 }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: decoration without identity
        <div key={i} className={classes.row}>
          <Bar width="12%" />
          <Bar width={`${24 + ((i * 7) % 14)}%`} />
          <Bar width="14%" />
          <Bar width="9%" />
        </div>
      ))}
    </div>
  );
}
