import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { instruments } from "./instruments";

/** Returns the names that Prometheus has for the series of each instrument, with the labels of each. */
function seriesOfInstruments(): Map<string, readonly string[]> {
  const prometheus = (name: string) => name.replaceAll(".", "_");
  return new Map(
    Object.entries(instruments).flatMap(([name, { kind, attributes }]) => {
      const labels = [...attributes.map(prometheus), "instance", "job"];
      const endings = {
        histogram: ["_count", "_sum", "_bucket"],
        counter: ["_total"],
        observedCounter: ["_total"],
      }[kind as string] ?? [""];
      return endings.map(
        (ending) => [prometheus(name) + ending, ending === "_bucket" ? [...labels, "le"] : labels] as const,
      );
    }),
  );
}

const known = seriesOfInstruments().set("up", ["instance", "job"]);

const dashboardText = readFileSync("docs/observability/grafana-dashboard.json", "utf8");
const dashboard: {
  panels: { title: string; type: string; description?: string; targets?: { expr: string }[] }[];
} = JSON.parse(dashboardText);
const asked = dashboard.panels.flatMap(({ title, targets = [] }) =>
  targets.map(({ expr }) => ({ of: title, expr })),
);

const rulesText = readFileSync("docs/observability/prometheus-alerts.yml", "utf8");
const rules = rulesText
  .split(/^ {6}- alert: /m)
  .slice(1)
  .map((text) => ({
    of: text.split("\n")[0] ?? "",
    expr: /expr: (?:>-\n)?([\s\S]*?)\n {8}(?:for|labels):/.exec(text)?.[1] ?? "",
    text,
  }));

/** Returns the words of an expression outside of quotes: what it calls, the series that it reads, and their labels. */
function wordsOf(expr: string) {
  const bare = expr.replace(/"[^"]*"/g, '""');
  const labels = [...bare.matchAll(/\{([^}]*)\}|\b(?:by|without) \(([^)]*)\)/g)].flatMap(
    ([, inside, grouped]) =>
      (inside ?? grouped ?? "").split(",").map((label) => label.trim().replace(/[=!~]+""$/, "")),
  );
  const series = bare
    .replace(/\{[^}]*\}|\[[^\]]*\]|\b(?:by|without) \([^)]*\)/g, " ")
    .match(/[a-zA-Z_:][\w:]*(?!\s*\()\b/g);
  return { labels: labels.filter(Boolean), series: (series ?? []).filter((word) => !ofLanguage.has(word)) };
}

const ofLanguage = new Set([
  ...["sum", "min", "max", "topk", "rate", "increase", "histogram_quantile", "min_over_time", "and", "or"],
]);

describe.each([
  ["the dashboard", asked],
  ["the alert rules", rules],
])("%s", (_, expressions) => {
  it("asks for some", () => expect(expressions.length).toBeGreaterThan(10));

  it.each(expressions)("names series and labels that the product has: $of", ({ expr }) => {
    const { series, labels } = wordsOf(expr);
    expect(series).not.toEqual([]);
    expect(series.filter((name) => !known.has(name))).toEqual([]);
    const theirs = new Set(series.flatMap((name) => known.get(name) ?? []));
    expect(labels.filter((label) => !theirs.has(label))).toEqual([]);
  });
});

it("shows each instrument on the dashboard", () => {
  const shown = new Set(asked.flatMap(({ expr }) => wordsOf(expr).series));
  const left = Object.keys(instruments).filter((name) => {
    const base = name.replaceAll(".", "_");
    return !["", "_total", "_count", "_bucket"].some((ending) => shown.has(base + ending));
  });
  expect(left).toEqual([]);
});

it("says of each panel what it shows, and of each alert what to do", () => {
  const silent = dashboard.panels.filter(({ type, description }) => type !== "row" && !description);
  expect(silent.map(({ title }) => title)).toEqual([]);
  for (const { of, text } of rules) {
    expect(text, of).toMatch(/summary: ".+\."\n {10}action: ".+\."\n/);
    expect(text, of).toMatch(/severity: (critical|warning)/);
  }
});

it("describes each instrument and alert where operators look", () => {
  const page = readFileSync("docs/operations.md", "utf8");
  const described = (name: string) => page.includes(`\`${name}\``);
  expect(Object.keys(instruments).filter((name) => !described(name))).toEqual([]);
  expect(rules.map(({ of }) => of).filter((name) => !described(name))).toEqual([]);
});
