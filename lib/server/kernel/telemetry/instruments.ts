import {
  type Attributes,
  type Counter,
  type Histogram,
  type MeterProvider,
  metrics,
} from "@opentelemetry/api";

/** Names what is measured to OpenTelemetry, as the scope of every span and metric of ours. */
export const scope = "order-desk";

type Instrument = {
  kind: "histogram" | "counter" | "observedCounter" | "observedGauge";
  /** Is a unit of UCUM, such as "s" or "{call}". */
  unit: string;
  about: string;
  /** Names what tells its series apart. Each has few values, and none says anything about a person, an order or an amount. */
  attributes: readonly string[];
  /** Bounds the buckets of a histogram. */
  bounds?: readonly number[];
};

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;
const jobSeconds = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300] as const;

/**
 * Lists everything that is measured. Names are those of OpenTelemetry's semantic conventions where they have one.
 * docs/observability uses these and no others, which a test checks. See docs/domain.md, section 12, "What is measured".
 */
export const instruments = {
  "order_desk.call.duration": {
    kind: "histogram",
    unit: "s",
    about: "Commands, previews, queries and tasks take this long",
    attributes: ["order_desk.call.name", "order_desk.call.kind", "order_desk.outcome", "order_desk.door"],
    bounds: seconds,
  },
  "http.server.request.duration": {
    kind: "histogram",
    unit: "s",
    about: "The web server takes this long to answer requests",
    attributes: ["http.request.method", "http.response.status_code", "order_desk.door"],
    bounds: seconds,
  },
  "http.client.request.duration": {
    kind: "histogram",
    unit: "s",
    about: "Vendors, agencies and receivers of webhooks take this long to answer",
    attributes: ["order_desk.asked", "http.response.status_code", "error.type"],
    bounds: seconds,
  },
  "order_desk.job.duration": {
    kind: "histogram",
    unit: "s",
    about: "The worker's jobs take this long, with provisioning, emails and webhooks among them",
    attributes: ["order_desk.job.name", "order_desk.outcome"],
    bounds: jobSeconds,
  },
  "order_desk.sign_in.attempts": {
    kind: "counter",
    unit: "{attempt}",
    about: "People tried to sign in so many times",
    attributes: ["order_desk.sign_in.step", "order_desk.outcome"],
  },
  "order_desk.sign_in.lockouts": {
    kind: "counter",
    unit: "{lockout}",
    about: "Failed attempts to sign in locked so many out",
    attributes: ["order_desk.sign_in.locked"],
  },
  "order_desk.jobs.due": {
    kind: "observedGauge",
    unit: "{job}",
    about: "So many jobs could begin now and wait for a worker, counted up to 10,000",
    attributes: [],
  },
  "order_desk.jobs.oldest_due.age": {
    kind: "observedGauge",
    unit: "s",
    about: "The next job has been due for this long",
    attributes: [],
  },
  "order_desk.workers.living": {
    kind: "observedGauge",
    unit: "{worker}",
    about: "So many workers run on this database, on whatever machine",
    attributes: [],
  },
  "order_desk.database.answering": {
    kind: "observedGauge",
    unit: "1",
    about: "It is 1 if the database answers this process, and 0 if not. Then nobody knows what the queue has",
    attributes: [],
  },
  "order_desk.live.connections": {
    kind: "observedGauge",
    unit: "{connection}",
    about: "So many open browser tabs listen for changes at this web server",
    attributes: [],
  },
  "db.client.connection.count": {
    kind: "observedGauge",
    unit: "{connection}",
    about: "The process has so many connections to the database for queries and commands",
    attributes: ["db.client.connection.state"],
  },
  "db.client.connection.max": {
    kind: "observedGauge",
    unit: "{connection}",
    about: "The process may have at most so many connections",
    attributes: [],
  },
  "db.client.connection.pending_requests": {
    kind: "observedGauge",
    unit: "{request}",
    about: "So many queries wait for one of the connections",
    attributes: [],
  },
  "nodejs.eventloop.delay.mean": {
    kind: "observedGauge",
    unit: "s",
    about: "The event loop was late by this much on average since the last reading",
    attributes: [],
  },
  "nodejs.eventloop.delay.p99": {
    kind: "observedGauge",
    unit: "s",
    about: "99% of the event loop's delays since the last reading were at most this long",
    attributes: [],
  },
  "nodejs.eventloop.utilization": {
    kind: "observedGauge",
    unit: "1",
    about: "The event loop was busy for this part of the time since the last reading",
    attributes: [],
  },
  "process.memory.usage": {
    kind: "observedGauge",
    unit: "By",
    about: "The process holds this much memory",
    attributes: [],
  },
  "process.cpu.time": {
    kind: "observedCounter",
    unit: "s",
    about: "The process has used this much processor time",
    attributes: ["cpu.mode"],
  },
  "process.uptime": {
    kind: "observedGauge",
    unit: "s",
    about: "The process has been running for this long",
    attributes: [],
  },
} as const satisfies Record<string, Instrument>;

type Instruments = typeof instruments;
export type InstrumentName = keyof Instruments;
type NameOf<Kind extends Instrument["kind"]> = {
  [Name in InstrumentName]: Instruments[Name] extends { kind: Kind } ? Name : never;
}[InstrumentName];
/** Holds a value for some of the instrument's attributes, and for no other. */
export type AttributesOf<Name extends InstrumentName> = {
  [Attribute in Instruments[Name]["attributes"][number]]?: string | number | undefined;
};

type Observed = NameOf<"observedGauge" | "observedCounter">;
/** Holds what an observation reads: by instrument, its values with what tells them apart. */
export type Readings = {
  [Name in Observed]?: readonly { value: number; attributes?: AttributesOf<Name> }[];
};

let provider: MeterProvider | undefined;
const made = new Map<InstrumentName, Counter | Histogram>();

/** Returns an instrument of the present provider. Until one is set, everything that is measured goes nowhere. */
function instrument(name: NameOf<"histogram" | "counter">): Counter | Histogram {
  const present = metrics.getMeterProvider();
  if (present !== provider) {
    provider = present;
    made.clear();
  }
  const known = made.get(name);
  if (known) return known;
  const { kind, unit, about, bounds }: Instrument = instruments[name];
  const meter = present.getMeter(scope);
  const options = { unit, description: about };
  const created =
    kind === "histogram"
      ? meter.createHistogram(name, { ...options, advice: { explicitBucketBoundaries: [...(bounds ?? [])] } })
      : meter.createCounter(name, options);
  made.set(name, created);
  return created;
}

/** Records how long something took, in seconds. */
export function measure<Name extends NameOf<"histogram">>(
  name: Name,
  took: number,
  attributes: AttributesOf<Name>,
): void {
  (instrument(name) as Histogram).record(took, attributes as Attributes);
}

/** Counts one more of something. */
export function count<Name extends NameOf<"counter">>(name: Name, attributes: AttributesOf<Name>): void {
  (instrument(name) as Counter).add(1, attributes as Attributes);
}

/** Reads what is observed, whenever somebody asks for the metrics. */
export function observe(names: readonly Observed[], read: () => Readings | Promise<Readings>): void {
  const meter = metrics.getMeter(scope);
  const observables = names.map((name) => {
    const { kind, unit, about }: Instrument = instruments[name];
    const options = { unit, description: about };
    return kind === "observedCounter"
      ? meter.createObservableCounter(name, options)
      : meter.createObservableGauge(name, options);
  });
  meter.addBatchObservableCallback(async (result) => {
    const readings = await read();
    for (const [index, name] of names.entries()) {
      for (const { value, attributes } of readings[name] ?? []) {
        const observable = observables[index];
        if (observable) result.observe(observable, value, attributes as Attributes);
      }
    }
  }, observables);
}
