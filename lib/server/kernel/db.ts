import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "@/lib/generated/prisma/client";
import { config } from "./config";
import type { Ctx, OrganizationId } from "./ctx";
import { countConnectionsOf } from "./pool";
import { statementName } from "./statement-names";

const connectionString = () => {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: start the product with npm start or npm run dev");
  return url;
};

/** Returns how long the database lets a statement run or wait, and a transaction do nothing. See docs/domain.md, section 7. */
function limits() {
  const { statement, lock, idle } = config().databaseSeconds;
  return {
    statement_timeout: statement * 1000,
    lock_timeout: lock * 1000,
    idle_in_transaction_session_timeout: idle * 1000,
  };
}

const globalForPrisma = globalThis as {
  prisma?: PrismaClient;
  organizations?: Map<string, OrganizationClient>;
};

/** Keeps the pool that the library makes, so that its connections can be counted. */
class CountedPg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    countConnectionsOf(adapter.underlyingDriver());
    return adapter;
  }
}

/** Returns the one pool of the process, which survives hot reloads. */
function client(): PrismaClient {
  globalForPrisma.prisma ??= new PrismaClient({
    adapter: new CountedPg(
      { connectionString: connectionString(), max: config().databaseConnections, ...limits() },
      // The library's type does not say that a statement may have no name.
      { statementNameGenerator: statementName as (query: { sql: string }) => string },
    ),
    transactionOptions: { maxWait: 15_000, timeout: 60_000 },
  });
  return globalForPrisma.prisma;
}

/**
 * Returns a client for the rows of every organization: for sign-in, dispatch by the worker, health and set-up, where no
 * organization is known yet. Commands and queries use `read` and `transaction`.
 */
export function unscoped(): PrismaClient {
  return client();
}

export async function disconnect(): Promise<void> {
  await globalForPrisma.prisma?.$disconnect();
  globalForPrisma.prisma = undefined;
  countConnectionsOf(undefined);
  globalForPrisma.organizations = undefined;
}

/**
 * Adds the organization to every filter, and refuses a row of another one. Raw SQL names the organization itself. A person
 * belongs to no organization: only a user of one leads to them.
 */
function organizationClient(organizationId: OrganizationId) {
  return client().$extends({
    query: {
      $allModels: {
        $allOperations({ model, args, query }) {
          if (ofPeople.has(model)) return query(args);
          const scoped = args as {
            where?: object;
            data?: unknown;
            create?: unknown;
          };
          const key = model === "Organization" ? "id" : "organizationId";
          if (!("data" in scoped) || scoped.where) scoped.where = { ...scoped.where, [key]: organizationId };
          for (const rows of [scoped.data, scoped.create]) {
            for (const row of Array.isArray(rows) ? rows : rows ? [rows] : []) {
              if (key in row && row[key] !== organizationId)
                throw new Error(`A ${model} of another organization`);
            }
          }
          return query(scoped as typeof args);
        },
      },
    },
  });
}

/** Names what belongs to people and so to no organization. */
const ofPeople: ReadonlySet<string> = new Set<Prisma.ModelName>([
  ...(["Person", "AuthenticatorApp", "RecoveryCode", "Passkey", "SignInStep", "Identity"] as const),
]);

type OrganizationClient = ReturnType<typeof organizationClient>;

/** Marks everything that runs inside a transaction's work. */
const working = new AsyncLocalStorage<true>();

/** Runs the work of a transaction. In tests, a read that does not use its `tx` throws. */
export function asWork<Value>(work: () => Promise<Value>): Promise<Value> {
  return process.env.NODE_ENV === "test" ? working.run(true, work) : work();
}

/**
 * Returns the client for queries of the actor's organization outside of a transaction. Inside one it would take a second
 * connection, and many commands at once would then wait for each other forever.
 */
export function read(ctx: Ctx): OrganizationClient {
  if (working.getStore()) throw new Error("The work of a transaction reads by its own tx");
  globalForPrisma.organizations ??= new Map();
  const clients = globalForPrisma.organizations;
  const scoped = clients.get(ctx.organizationId) ?? organizationClient(ctx.organizationId);
  clients.set(ctx.organizationId, scoped);
  return scoped;
}

/** Is the client inside a transaction of the actor's organization. */
export type Tx = Parameters<Parameters<OrganizationClient["$transaction"]>[0]>[0];

export const sql = Prisma.sql;
export const join = Prisma.join;
export { Prisma };
