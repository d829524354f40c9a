import { createTraceState, ROOT_CONTEXT, SpanStatusCode, TraceFlags, trace } from "@opentelemetry/api";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { expect, it } from "vitest";
import { withoutPersonalData } from "./spans";

const exporter = new InMemorySpanExporter();
const tracer = new BasicTracerProvider({
  spanProcessors: [new SimpleSpanProcessor(withoutPersonalData(exporter))],
}).getTracer("next.js");

it("lets a request leave without its address, which can hold a secret or what somebody searched for", () => {
  const span = tracer.startSpan("GET", {
    attributes: { "http.method": "GET", "http.target": "/welcome/s3cret" },
  });
  span.setAttributes({
    "http.route": "/welcome/[secret]",
    "http.status_code": 200,
    "next.span_name": "GET x",
  });
  span.updateName("GET /welcome/[secret]");
  span.end();
  const astray = tracer.startSpan("fetch POST https://vendor.example/s3cret", {
    attributes: { "http.url": "https://vendor.example/s3cret" },
  });
  astray.end();

  const [request, fetched] = exporter.getFinishedSpans();
  expect(request).toMatchObject({ name: "GET /welcome/[secret]", ended: true });
  expect(request?.spanContext()).toEqual(span.spanContext());
  expect(request?.attributes).toEqual({
    "http.method": "GET",
    "http.route": "/welcome/[secret]",
    "http.status_code": 200,
  });
  expect(fetched).toMatchObject({ name: "fetch POST", attributes: {} });
});

it("lets nothing leave of what a caller sent along with a trace", () => {
  exporter.reset();
  const traceState = createTraceState("shop=jane@example.com");
  const caller = {
    traceId: "a".repeat(32),
    spanId: "b".repeat(16),
    traceFlags: TraceFlags.SAMPLED,
    traceState,
  };
  tracer.startSpan("order.list", {}, trace.setSpanContext(ROOT_CONTEXT, caller)).end();
  const [sent] = exporter.getFinishedSpans();
  expect(sent?.spanContext().traceId).toBe(caller.traceId);
  expect(sent?.spanContext().traceState).toBeUndefined();
});

it("lets an error leave by its kind, without its text", () => {
  exporter.reset();
  const span = tracer.startSpan("render");
  span.recordException(new Error("There is no account “Jane Doe” here."));
  span.setStatus({ code: SpanStatusCode.ERROR, message: "There is no account “Jane Doe” here." });
  span.setAttribute("error.type", "NotFound");
  span.end();
  const [sent] = exporter.getFinishedSpans();
  expect(sent).toMatchObject({
    status: { code: SpanStatusCode.ERROR },
    attributes: { "error.type": "NotFound" },
  });
  expect(sent?.events).toEqual([]);
  expect(sent?.status.message).toBeUndefined();
});
