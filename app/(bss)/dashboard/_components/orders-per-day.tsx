"use client";

import { useState } from "react";
import { useLocale } from "@/components/format/locale";
import { formatDate, formatNumber } from "@/lib/domain/format/format";
import type { DayCounts } from "@/lib/server/dashboard/queries/orders-per-day";
import classes from "./charts.module.css";
import { Panel } from "./panel";

const height = 168;

/** Draws a pair of bars for each day. Pointing at a day tells its numbers, and a table has all of them. */
export function OrdersPerDay({ days }: { days: DayCounts[] }) {
  const { locale, timeZone } = useLocale();
  const [pointed, setPointed] = useState<DayCounts | null>(null);
  const ticks = axisTicks(Math.max(...days.map(({ created, executed }) => Math.max(created, executed))));
  const top = ticks.at(-1) ?? 1;
  const slot = 100 / days.length;
  const number = (value: number) => formatNumber(value, locale);
  const date = (day: string) => formatDate(day, "date", { locale, timeZone });
  const sum = (series: "created" | "executed") => days.reduce((total, day) => total + day[series], 0);
  const told = pointed ?? { day: "", created: sum("created"), executed: sum("executed") };
  const when = pointed ? date(pointed.day) : `Last ${days.length} days`;

  return (
    <Panel title="Created and executed per day">
      <figure className={classes.chart}>
        <figcaption>
          <span className={classes.when}>{when}</span>
          <span data-series="created">{number(told.created)} created</span>
          <span data-series="executed">{number(told.executed)} executed</span>
        </figcaption>
        <div className={classes.plot} aria-hidden="true">
          <div className={classes.axis} style={{ height }}>
            {ticks.map((tick) => (
              <span key={tick} style={{ bottom: `${(tick / top) * 100}%` }}>
                {number(tick)}
              </span>
            ))}
          </div>
          {/* biome-ignore lint/a11y/noSvgWithoutTitle: the table below is what is read aloud */}
          <svg width="100%" height={height} onPointerLeave={() => setPointed(null)}>
            {ticks.map((tick) => {
              const y = height - (tick / top) * height;
              return <line key={tick} x1="0" x2="100%" y1={y} y2={y} className={classes.gridline} />;
            })}
            {days.map((day, index) => (
              <g
                key={day.day}
                className={classes.day}
                onPointerEnter={() => setPointed(day)}
                onPointerDown={() => setPointed(day)}
              >
                <rect x={`${index * slot}%`} width={`${slot}%`} y="0" height={height} data-band="" />
                {(["created", "executed"] as const).map((series, place) => (
                  <rect
                    key={series}
                    x={`${(index + 0.14 + place * 0.38) * slot}%`}
                    width={`${0.34 * slot}%`}
                    y={height - (day[series] / top) * height}
                    height={(day[series] / top) * height}
                    data-series={series}
                  />
                ))}
              </g>
            ))}
          </svg>
          <div className={classes.dates}>
            {days.map(({ day }, index) =>
              index % 7 === 1 ? (
                <span key={day} style={{ left: `${(index + 0.5) * slot}%` }}>
                  {formatDate(day, "day-month", { locale, timeZone })}
                </span>
              ) : null,
            )}
          </div>
        </div>
        <details className={classes.numbers}>
          <summary>Numbers as a table</summary>
          <table aria-label="Created and executed per day">
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">Created</th>
                <th scope="col">Executed</th>
              </tr>
            </thead>
            <tbody>
              {days.toReversed().map(({ day, created, executed }) => (
                <tr key={day}>
                  <th scope="row">{date(day)}</th>
                  <td>{number(created)}</td>
                  <td>{number(executed)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figure>
    </Panel>
  );
}

/** Returns three or four round numbers from 0 to at least `most`, such as 0, 50, 100, 150. */
export function axisTicks(most: number): number[] {
  const least = Math.max(1, most) / 3;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= least) ?? 1);
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, index) => index * step);
}
