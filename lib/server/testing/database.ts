import { afterAll, inject } from "vitest";
import { createScratchDatabase } from "../database/scratch-database";
import { disconnect } from "../kernel/db";

// Each database test file gets a migrated database of its own, and the product's configuration for it.
const { server, template } = inject("database");
const database = await createScratchDatabase(server, { template });
process.env.DATABASE_URL = database.url;
process.env.EMBEDDED_DATABASE = "true";
process.env.NEXTAUTH_SECRET = "a secret that only the tests know about";
process.env.SECRETS_KEY = "dGhlIHRlc3RzIHNlYWwgYWxsIHNlY3JldHMgd2l0aCE";
process.env.LOG_LEVEL = "silent";

// The database goes with its server at the end of the run. Dropping it now could meet a vacuum at work in it.
afterAll(disconnect);
