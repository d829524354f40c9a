"use client";

import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { type ReactNode, useMemo } from "react";
import { SidePanel } from "@/components/dialog/side-panel";
import type { viewers } from "@/lib/domain/order-status/color-likeness";
import { type Combination, storefrontTypeLabels, typeLabels } from "@/lib/domain/order-status/combination";
import { healthOf } from "@/lib/domain/order-status/saving/health";
import type { PanelProps } from "./panel";
import classes from "./panels.module.css";

const named = ({ type, storefrontType }: Combination) =>
  `${typeLabels[type]}, ${storefrontTypeLabels[storefrontType]}`;

/** Shows how well the saved list serves its users, the worst first. */
export default function HealthPanel({ grid, onClose }: PanelProps) {
  const { base } = grid;
  const health = useMemo(() => healthOf(base.flatMap(({ info }) => info ?? [])), [base]);
  const { combinations, shared, unused, alike } = health;
  const missing = combinations.some(({ mandatory }) => mandatory === undefined);
  const sections = [
    {
      title: "The eight mandatory combinations",
      severity: missing ? 3 : 0,
      found: (
        <ul className={classes.findings}>
          {combinations.map(({ combination, mandatory, order }) => (
            <Finding key={named(combination)} well={mandatory !== undefined}>
              <b>{named(combination)}</b>
              <span>
                {mandatory === undefined && "The mandatory status is missing. "}
                {order.length > 1
                  ? `The system uses ${order[0]}, then ${order.slice(1).join(", ")}.`
                  : order[0]}
              </span>
            </Finding>
          ))}
        </ul>
      ),
    },
    {
      title: "Colors that are hard to tell apart",
      severity: alike.length > 0 ? 2 : 0,
      found:
        alike.length === 0 ? (
          <ul className={classes.findings}>
            <Finding well>Everyone can tell all active statuses apart.</Finding>
          </ul>
        ) : (
          <ul className={classes.findings}>
            {alike.map(({ statuses, viewers: whom, same }) => (
              <Finding key={`${statuses.join(" ")} ${same}`} well={false}>
                <b>{statuses.join(", ")}</b>
                <span>{same ? "They have the same color." : `They look alike for ${whomWords(whom)}.`}</span>
              </Finding>
            ))}
          </ul>
        ),
    },
    {
      title: "Other combinations with several active statuses",
      severity: shared.length > 0 ? 1 : 0,
      found:
        shared.length === 0 ? (
          <p>There are none.</p>
        ) : (
          <ul className={classes.findings}>
            {shared.map(({ combination, order }) => (
              <li key={named(combination)}>
                <b>{named(combination)}</b>
                <span>The order is {order.join(", ")}.</span>
              </li>
            ))}
          </ul>
        ),
    },
    {
      title: "Statuses that no order has now",
      severity: 0,
      found: <p>{unused.length === 0 ? "There are none." : `${unused.join(", ")}.`}</p>,
    },
  ].sort((a, b) => b.severity - a.severity);

  return (
    <SidePanel title="Health" onClose={onClose}>
      <p className={classes.note}>This is about the list as it is saved. What needs attention comes first.</p>
      {sections.map(({ title, found }) => (
        <Section key={title} title={title}>
          {found}
        </Section>
      ))}
    </SidePanel>
  );
}

function whomWords(whom: readonly (typeof viewers)[number][]): string {
  return whom.includes("everyone") ? "everyone" : `people with ${whom.join(" or ")}`;
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className={classes.section}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Finding({ well, children }: { well: boolean; children: ReactNode }) {
  const Icon = well ? IconCircleCheck : IconAlertTriangle;
  return (
    <li className={classes.finding} data-well={well}>
      <Icon size={18} role="img" aria-label={well ? "Good" : "Needs attention"} />
      <span className={classes.said}>{children}</span>
    </li>
  );
}
