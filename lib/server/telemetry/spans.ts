import type { SpanContext } from "@opentelemetry/api";
import type { ReadableSpan, SpanExporter } from "@opentelemetry/sdk-trace-base";

/**
 * Lists what leaves with a span. Next.js adds to its own spans the whole address of a request, which can hold the secret of a
 * link or words that somebody searched for, and the texts of errors, which can name people.
 */
const sent =
  /^(order_desk\.|http\.(method|route|status_code)$|next\.(span_type|route|rsc|segment)$|error\.type$)/;

/** Sends spans with only the attributes that may leave, and without the texts of errors. */
export function withoutPersonalData(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => exporter.export(spans.map(bare), done),
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
  };
}

function bare(span: ReadableSpan): ReadableSpan {
  const attributes = Object.fromEntries(Object.entries(span.attributes).filter(([name]) => sent.test(name)));
  const status = { code: span.status.code };
  return Object.create(span, {
    name: { value: nameOf(span) },
    attributes: { value: attributes },
    events: { value: [] },
    status: { value: status },
    spanContext: { value: () => withoutState(span) },
  }) as ReadableSpan;
}

/** Returns the context of a span without the “tracestate” that a caller sent. */
function withoutState(span: ReadableSpan): SpanContext {
  const { traceState: _, ...context } = span.spanContext();
  return context;
}

/** Returns the name of a span without an address that is in it, unless that is a route. */
function nameOf({ name, attributes }: ReadableSpan): string {
  const routes = [attributes["http.route"], attributes["next.route"]];
  const words = name.split(" ").filter((word) => !word.includes("/") || routes.includes(word));
  return words.join(" ");
}
