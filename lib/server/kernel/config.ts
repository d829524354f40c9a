import path from "node:path";
import { z } from "zod";
import { type PaymentDriverName, paymentDriverNames } from "../../domain/storefront/payment";
import { isRange } from "./address-range";

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const url = (protocols: RegExp, wanted: string) =>
  z.url({ protocol: protocols, error: `must be ${wanted}`, abort: true });

function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int(error).min(least, error).max(most, error);
}

const host = z.string().regex(/^[A-Za-z0-9.:_-]+$/, "must be a host name or an address");

/** Checks every environment variable that the product reads. An empty value counts as not set. */
const Environment = z
  .object({
    PORT: z.coerce
      .number({ error: "must be a whole number from 1 to 65535" })
      .int("must be a whole number from 1 to 65535")
      .min(1, "must be a whole number from 1 to 65535")
      .max(65535, "must be a whole number from 1 to 65535")
      .default(3000),
    WEB_HOST: host.optional(),
    DATA_DIR: z.string().default(".data"),
    DATABASE_URL: url(/^postgres(ql)?$/, "a URL like postgresql://user:password@host:5432/name").optional(),
    DATABASE_OWNER_URL: url(
      /^postgres(ql)?$/,
      "a URL like postgresql://user:password@host:5432/name",
    ).optional(),
    DATABASE_CONNECTIONS: wholeNumber(2, 500).default(10),
    DATABASE_STATEMENT_SECONDS: wholeNumber(0, 3600).default(60),
    DATABASE_LOCK_SECONDS: wholeNumber(0, 3600).default(30),
    DATABASE_IDLE_SECONDS: wholeNumber(0, 3600).default(60),
    EMBEDDED_DATABASE: z.literal("true", { error: "is set by the start script only" }).optional(),
    NEXTAUTH_URL: url(/^https?$/, "a URL like https://orders.example.com").optional(),
    NEXTAUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
    SECRETS_KEY: z
      .string()
      .default("")
      .transform((text) => text.split(/[\s,]+/).filter(Boolean))
      .refine((keys) => keys.every((key) => /^[A-Za-z0-9+/_-]{43}=?$/.test(key)), {
        error: "must list keys of 32 bytes in base64, separated by commas; openssl rand -base64 32 makes one",
      }),
    SESSION_HOURS: wholeNumber(1, 720).default(12),
    SESSION_IDLE_MINUTES: wholeNumber(5, 43_200).default(240),
    TRUSTED_PROXIES: z.coerce
      .number({ error: "must be a whole number from 0 to 9" })
      .int("must be a whole number from 0 to 9")
      .min(0, "must be a whole number from 0 to 9")
      .max(9, "must be a whole number from 0 to 9")
      .default(0),
    API_REQUESTS_PER_MINUTE: z.coerce
      .number({ error: "must be a whole number of at least 1" })
      .int("must be a whole number of at least 1")
      .min(1, "must be a whole number of at least 1")
      .default(1200),
    OUTBOUND_ALLOW: z
      .string()
      .default("")
      .transform((text) => text.split(/[\s,]+/).filter(Boolean))
      .refine((ranges) => ranges.every(isRange), {
        error: "must list addresses or ranges like 10.1.0.0/16, separated by commas",
      }),
    LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(", ")}` }).default("info"),
    PAYMENT_DRIVER: z
      .enum([...paymentDriverNames, "none"], { error: "must be simulated or none" })
      .optional(),
    SMTP_URL: url(/^smtps?$/, "a URL like smtp://user:password@mail.example.com:587").optional(),
    SMTP_FROM: z
      .string()
      .regex(/^[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>$/, "must be a sender like Order Desk <orders@example.com>")
      .optional(),
    OIDC_ISSUER: url(/^https?$/, "the issuer's URL, like https://login.example.com").optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().default("Single sign-on"),
    METRICS_TOKEN: z
      .string()
      .regex(/^[\x21-\x7e]{32,200}$/, "must have 32 to 200 characters without spaces")
      .optional(),
    WORKER_METRICS_PORT: wholeNumber(1, 65_535).optional(),
    WORKER_METRICS_HOST: host.default("127.0.0.1"),
  })
  .superRefine((env, check) => {
    if (env.DATABASE_OWNER_URL !== undefined && env.DATABASE_URL === undefined) {
      const message = "needs DATABASE_URL, which names the role of web and worker";
      check.addIssue({ code: "custom", path: ["DATABASE_OWNER_URL"], message });
    }
    if (env.WORKER_METRICS_PORT !== undefined && env.METRICS_TOKEN === undefined) {
      const message = "needs METRICS_TOKEN, which readers of the metrics send";
      check.addIssue({ code: "custom", path: ["WORKER_METRICS_PORT"], message });
    }
    const oidc = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;
    const missing = oidc.filter((name) => env[name] === undefined);
    if (missing.length > 0 && missing.length < oidc.length) {
      for (const name of missing) {
        check.addIssue({
          code: "custom",
          path: [name],
          message: `must be set too: ${oidc.join(", ")} go together`,
        });
      }
    }
  });

export const settings = Object.keys(Environment.shape);

export interface Config {
  port: number;
  /** Names where the web server listens. The embedded demo has known passwords, so it listens only on this machine. */
  host: string;
  /** Holds an absolute path. */
  dataDir: string;
  /** Is undefined until the start script has put the embedded server's address into the environment. */
  databaseUrl: string | undefined;
  /** Reaches the same database as the role that owns the tables and migrates. Without it, that is the role of `databaseUrl`. */
  databaseOwnerUrl: string | undefined;
  /** Limits the connections of the process that queries and commands use. */
  databaseConnections: number;
  /** Limits how long a statement runs, waits for a lock, and how long a transaction does nothing, in seconds. 0 means no limit. */
  databaseSeconds: { statement: number; lock: number; idle: number };
  /** Tells whether the start script runs the database in DATA_DIR. */
  embedded: boolean;
  publicUrl: string;
  /** Says how long a session lasts at most, and how long one lasts that nobody uses, in seconds. */
  sessions: { longest: number; idle: number };
  /** Counts the proxies in front of the web server that append to X-Forwarded-For. */
  trustedProxies: number;
  secret: string | undefined;
  /** Lists the keys that secrets at rest are sealed with. The first one seals, and all of them open. */
  secretsKeys: readonly string[];
  logLevel: (typeof logLevels)[number];
  /** Limits what one API key may send to one web process in a minute. */
  apiRequestsPerMinute: number;
  /** Lists addresses and ranges that we may call although they are not public, such as "10.1.0.0/16". */
  outboundAllow: readonly string[];
  /**
   * Names how customers pay in the Storefront. A simulated provider accepts any payment, so only the demo uses it by default.
   */
  paymentDriver: PaymentDriverName | null;
  /** Names the mail server and the sender. Without them, messages stay in the outbox. */
  mail: { url: string; from: string } | undefined;
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | undefined;
  /** Holds what a reader of the metrics has to send. Without it, nobody can read them. */
  metricsToken: string | undefined;
  /** Says where a worker answers readers of its metrics, if it does. */
  workerMetrics: { host: string; port: number } | undefined;
}

export class ConfigError extends Error {
  override name = "ConfigError";
}

/** Reads and checks the whole configuration. @throws ConfigError with one line for each variable */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("\n"),
    );
  }

  const value = parsed.data;
  const embedded = value.DATABASE_URL === undefined || value.EMBEDDED_DATABASE === "true";
  const publicUrl = value.NEXTAUTH_URL ?? `http://localhost:${value.PORT}`;
  const wantedDriver = value.PAYMENT_DRIVER ?? (embedded ? "simulated" : "none");
  return {
    port: value.PORT,
    host: value.WEB_HOST ?? (embedded ? "127.0.0.1" : "0.0.0.0"),
    dataDir: path.resolve(value.DATA_DIR),
    databaseUrl: value.DATABASE_URL,
    databaseOwnerUrl: value.DATABASE_OWNER_URL,
    databaseConnections: value.DATABASE_CONNECTIONS,
    databaseSeconds: {
      statement: value.DATABASE_STATEMENT_SECONDS,
      lock: value.DATABASE_LOCK_SECONDS,
      idle: value.DATABASE_IDLE_SECONDS,
    },
    embedded,
    publicUrl,
    sessions: { longest: value.SESSION_HOURS * 3600, idle: value.SESSION_IDLE_MINUTES * 60 },
    trustedProxies: value.TRUSTED_PROXIES,
    secret: value.NEXTAUTH_SECRET,
    secretsKeys: value.SECRETS_KEY,
    logLevel: value.LOG_LEVEL,
    apiRequestsPerMinute: value.API_REQUESTS_PER_MINUTE,
    outboundAllow: value.OUTBOUND_ALLOW,
    paymentDriver: wantedDriver === "none" ? null : wantedDriver,
    mail: value.SMTP_URL
      ? { url: value.SMTP_URL, from: value.SMTP_FROM ?? `Order Desk <orders@${new URL(publicUrl).hostname}>` }
      : undefined,
    oidc:
      value.OIDC_ISSUER && value.OIDC_CLIENT_ID && value.OIDC_CLIENT_SECRET
        ? {
            issuer: value.OIDC_ISSUER,
            clientId: value.OIDC_CLIENT_ID,
            clientSecret: value.OIDC_CLIENT_SECRET,
            name: value.OIDC_NAME,
          }
        : undefined,
    metricsToken: value.METRICS_TOKEN,
    workerMetrics:
      value.WORKER_METRICS_PORT === undefined
        ? undefined
        : { host: value.WORKER_METRICS_HOST, port: value.WORKER_METRICS_PORT },
  };
}

/** Refuses a missing secret. Several machines that share a database must share the secret, so none is made up. */
export function requireSecret({ secret }: Config): void {
  if (secret) return;
  throw new ConfigError(
    "NEXTAUTH_SECRET must be set when DATABASE_URL is: 32 characters or more, the same on every machine",
  );
}

/** Begins names that are settings of ours or mistakes, since nothing else on a machine is likely to begin so. */
const ours = /^(NEXTAUTH|OIDC|OUTBOUND|PAYMENT|SMTP|TRUSTED|EMBEDDED)_/;

/** Matches what other programs than ours read from a settings file: Node.js, Next.js, PostgreSQL, containers, proxies, telemetry. */
const ofOthers =
  /^(NODE_|NEXT_|PG|POSTGRES_|COMPOSE_|DOCKER_|OTEL_|npm_|TZ$|LANG$|LC_|CI$|NO_COLOR$|FORCE_COLOR$)|_PROXY$/i;

/**
 * Refuses names that are no settings, as a misspelt one would otherwise be left out silently: in the environment those that begin
 * or read like one of ours, and in the settings file every other one. @throws ConfigError with one line for each name
 */
export function requireKnownSettings(
  environment: readonly string[],
  file: { name: string; keys: readonly string[] } | null,
): void {
  const known = new Set(settings);
  const inFile = new Set(file?.keys);
  const wrong = [...new Set([...environment, ...inFile])].filter((name) => {
    if (known.has(name)) return false;
    if (ours.test(name) || meantBy(name)) return true;
    return inFile.has(name) && !ofOthers.test(name);
  });
  if (wrong.length === 0) return;
  const told = wrong.map((name) => {
    const where = inFile.has(name) ? ` in ${file?.name}` : "";
    const meant = meantBy(name) ?? nearest(name, 4);
    return `${name}${where} is not a setting. ${meant ? `Did you mean ${meant}?` : "README.md lists the settings."}`;
  });
  throw new ConfigError(told.join("\n"));
}

/** Returns the setting that a name misspells, but nothing for short names, which too many others are like. */
function meantBy(name: string): string | undefined {
  if (name.length < 7) return undefined;
  return nearest(name, name.length < 12 ? 1 : 2);
}

function nearest(name: string, farthest: number): string | undefined {
  const byDistance = settings.map((setting) => ({
    setting,
    distance: mistakesIn(name.toUpperCase(), setting),
  }));
  const [best] = byDistance.sort((one, other) => one.distance - other.distance);
  return best && best.distance <= farthest ? best.setting : undefined;
}

/** Counts the letters that are missing, too many, wrong or swapped with the next one. */
function mistakesIn(typed: string, meant: string): number {
  const rows: number[][] = [Array.from({ length: meant.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= typed.length; row++) {
    rows[row] = [row];
    for (let column = 1; column <= meant.length; column++) {
      const isSame = typed[row - 1] === meant[column - 1];
      const isSwapped = typed[row - 1] === meant[column - 2] && typed[row - 2] === meant[column - 1];
      (rows[row] as number[])[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (isSame ? 0 : 1),
        isSwapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(typed.length, meant.length);
}

let current: Config | undefined;

/** Returns the configuration of this process, which is read once. */
export function config(): Config {
  current ??= readConfig(process.env);
  return current;
}
