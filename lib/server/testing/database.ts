import { afterAll, inject } from "vitest";
import { createScratchDatabase, onDatabase } from "../database/scratch-database";
import { disconnect } from "../kernel/db";
import { disconnectOwner } from "./owner";

// Each database test file gets a migrated database of its own, and the product's configuration for it. What is tested runs as
// the application's role, and a fixture that needs more asks for the owner's.
const { server, application, template } = inject("database");
const database = await createScratchDatabase(server, { template });
process.env.DATABASE_URL = onDatabase(application, new URL(database.url).pathname.slice(1));
process.env.DATABASE_OWNER_URL = database.url;
// Nothing is tested by how long it takes.
for (const limit of ["STATEMENT", "LOCK", "IDLE"]) process.env[`DATABASE_${limit}_SECONDS`] = "0";
process.env.EMBEDDED_DATABASE = "true";
process.env.NEXTAUTH_SECRET = "a secret that only the tests know about";
process.env.SECRETS_KEY = "dGhlIHRlc3RzIHNlYWwgYWxsIHNlY3JldHMgd2l0aCE";
process.env.OIDC_ISSUER = "https://login.example";
process.env.OIDC_CLIENT_ID = "order-desk";
process.env.OIDC_CLIENT_SECRET = "a secret that nobody asks for in tests";
process.env.LOG_LEVEL = "silent";

// The database goes with its server at the end of the run. Dropping it now could meet a vacuum at work in it.
afterAll(() => Promise.all([disconnect(), disconnectOwner()]));
