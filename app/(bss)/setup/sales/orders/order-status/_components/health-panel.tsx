"use client";

import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { type ReactNode, useMemo } from "react";
import { SidePanel } from "@/components/side-panel";
import type { viewers } from "@/lib/domain/order-status/color-likeness";
import { type Combination, storefrontTypeLabels, typeLabels } from "@/lib/domain/order-status/combination";
import { healthOf } from "@/lib/domain/order-status/health";
import type { PanelProps } from "./panel";
import classes from "./panels.module.css";

const named = ({ type, storefrontType }: Combination) =>
  `${typeLabels[type]}, ${storefrontTypeLabels[storefrontType]}`;

/** How well the saved list serves those who use it. */
export default function HealthPanel({ grid, onClose }: PanelProps) {
  const { base } = grid;
  const health = useMemo(() => healthOf(base.flatMap(({ info }) => info ?? [])), [base]);
  const { combinations, shared, unused, alike } = health;
  return (
    <SidePanel title="Health" onClose={onClose}>
      <p className={classes.note}>Of the list as it is saved.</p>
      <Section title="The eight mandatory combinations">
        <ul className={classes.findings}>
          {combinations.map(({ combination, mandatory, order }) => (
            <Finding key={named(combination)} well={mandatory !== undefined}>
              <b>{named(combination)}</b>
              <span>
                {mandatory === undefined && "Its mandatory status is missing. "}
                {order.length > 1
                  ? `In this order: ${order.join(", ")}. The system sets ${order[0]}.`
                  : order[0]}
              </span>
            </Finding>
          ))}
        </ul>
      </Section>
      <Section title="Other combinations with several active statuses">
        {shared.length === 0 ? (
          <p>None.</p>
        ) : (
          <ul className={classes.findings}>
            {shared.map(({ combination, order }) => (
              <li key={named(combination)}>
                <b>{named(combination)}</b>
                <span>In this order: {order.join(", ")}.</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="Statuses that no order has now">
        <p>{unused.length === 0 ? "None." : `${unused.join(", ")}.`}</p>
      </Section>
      <Section title="Colors that are hard to tell apart">
        {alike.length === 0 ? (
          <Finding well>All active statuses can be told apart by everyone.</Finding>
        ) : (
          <ul className={classes.findings}>
            {alike.map(({ statuses, viewers: whom, same }) => (
              <Finding key={`${statuses.join(" ")} ${same}`} well={false}>
                <b>{statuses.join(", ")}</b>
                <span>{same ? "have one color" : `for ${whomWords(whom)}`}</span>
              </Finding>
            ))}
          </ul>
        )}
      </Section>
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
      <Icon size={18} role="img" aria-label={well ? "Well" : "To look at"} />
      <span className={classes.said}>{children}</span>
    </li>
  );
}
