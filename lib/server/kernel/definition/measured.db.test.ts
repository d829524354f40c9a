import { context, metrics, SpanStatusCode, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import {
  AggregationTemporality,
  type DataPoint,
  type Histogram,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { makeOrganization, type TestOrganization } from "../../testing/factories/basics";
import { connections } from "../pool";
import { through } from "../telemetry/door";
import { machine, staff } from "./caller";
import { command } from "./command";
import { query } from "./query";
import { refusals } from "./refusals";
import { task } from "./task";

const spans = new InMemorySpanExporter();
const measured = new InMemoryMetricExporter(AggregationTemporality.DELTA);
const reader = new PeriodicExportingMetricReader({ exporter: measured, exportIntervalMillis: 3_600_000 });
const meters = new MeterProvider({ readers: [reader] });

let here: TestOrganization;
beforeAll(async () => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(
    new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }),
  );
  metrics.setGlobalMeterProvider(meters);
  here = await makeOrganization();
});
afterAll(() => meters.shutdown());
beforeEach(async () => {
  await meters.forceFlush();
  measured.reset();
  spans.reset();
});

/** Returns the calls that were measured, with how many times each was. */
async function calls() {
  await meters.forceFlush();
  const all = measured.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((one) => one.metrics));
  const points: readonly DataPoint<unknown>[] = all
    .filter(({ descriptor }) => descriptor.name === "order_desk.call.duration")
    .flatMap(({ dataPoints }): readonly DataPoint<unknown>[] => dataPoints);
  return points.map(
    ({ attributes, value }) => ({ ...attributes, times: (value as Histogram).count }) as Call,
  );
}

type Call = Record<string, unknown>;

const does = command({
  name: "test.does",
  caller: staff("order:edit"),
  input: z.strictObject({ word: z.string() }),
  output: z.string(),
  refusals: refusals("not_scheduled"),
  async run(_, { word }) {
    if (word === "refuse") return refuse({ reason: "not_scheduled" });
    if (word === "break") throw new Error("Jane Doe broke it");
    return ok(`ORD-${word}`);
  },
});

const told = { "order_desk.call.name": "test.does", "order_desk.call.kind": "command" };

test("a command, a refusal and a failure are measured by their outcome", async () => {
  const { operator } = here.as;
  await does(operator, { word: "one" });
  await does(operator, { word: "two" });
  await does(operator, { word: "refuse" });
  await expect(does(operator, { word: "break" })).rejects.toThrow("broke it");

  const door = { "order_desk.door": "page" };
  expect(await calls()).toEqual([
    { ...told, ...door, "order_desk.outcome": "done", times: 2 },
    { ...told, ...door, "order_desk.outcome": "not_scheduled", times: 1 },
    { ...told, ...door, "order_desk.outcome": "failed", times: 1 },
  ]);
});

test("expected errors have words of their own", async () => {
  await expect(does(here.as.customer, { word: "one" })).rejects.toThrow();
  await expect(does(here.as.operator, { word: 5 })).rejects.toThrow();
  const outcomes = (await calls()).map((call) => call["order_desk.outcome"]);
  expect(outcomes).toEqual(["forbidden", "invalid"]);
});

test("a rehearsal and the look for an earlier answer are measured apart from the command", async () => {
  const { operator } = here.as;
  await does.rehearse(operator, { word: "one" });
  await does.answered(operator, "key-of-this-test", { word: "one" });
  const kinds = (await calls()).map((call) => call["order_desk.call.kind"]);
  expect(kinds).toEqual(["rehearsal", "lookup"]);
});

test("the door is measured by which a call comes", async () => {
  const asks = query({
    name: "test.asks",
    caller: staff("order:read"),
    input: z.undefined(),
    run: async () => 1,
  });
  const reports = task({
    name: "provision",
    caller: machine("system", "provisioning:complete"),
    input: z.strictObject({}),
    run: async () => "left",
  });
  const { operator } = here.as;
  await through("api", () => asks(operator));
  await asks(operator);
  await reports(reports.definition.caller.actIn(here.organizationId, new Date()), {});
  const doors = (await calls()).map((call) => [call["order_desk.door"], call["order_desk.outcome"]]);
  expect(doors).toEqual([
    ["api", "done"],
    ["page", "done"],
    ["callback", "left"],
  ]);
});

test("a span says what was called and how it ended, and nothing that was sent, answered or thrown", async () => {
  const { operator } = here.as;
  const asks = query({
    name: "test.outer",
    caller: staff("order:read"),
    input: z.undefined(),
    run: ({ ctx }) => does(ctx, { word: "one" }),
  });
  await asks(operator);
  await expect(does(operator, { word: "break" })).rejects.toThrow();

  const [inner, outer, broken] = spans.getFinishedSpans();
  expect(inner?.attributes).toEqual({
    ...told,
    "order_desk.outcome": "done",
    "order_desk.door": "page",
    "order_desk.organization.id": here.organizationId,
    "order_desk.request.id": operator.requestId,
  });
  expect(inner?.parentSpanContext?.spanId).toBe(outer?.spanContext().spanId);
  expect(broken).toMatchObject({ name: "test.does", status: { code: SpanStatusCode.ERROR }, events: [] });
  expect(JSON.stringify([inner?.attributes, broken?.attributes, broken?.status])).not.toMatch(/Jane|ORD-/);
});

test("connections of the process are counted", async () => {
  await Promise.all(Array.from({ length: 3 }, () => does(here.as.operator, { word: "one" })));
  const { used, idle, waiting } = connections();
  expect(used + idle).toBeGreaterThan(0);
  expect({ used, waiting }).toEqual({ used: 0, waiting: 0 });
});
