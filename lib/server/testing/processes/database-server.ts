import type { TestProject } from "vitest/node";
import { roleOf } from "../../database/application-role";
import { startTemporaryPostgres } from "../../database/embedded-postgres/temporary";
import { migrate } from "../../database/migrations";
import { createScratchDatabase } from "../../database/scratch-database";

declare module "vitest" {
  interface ProvidedContext {
    /** Holds the server's addresses for the owner and for the application, and the name of the migrated database to copy. */
    database: { server: string; application: string; template: string };
  }
}

/** Starts one PostgreSQL for the whole run, with a migrated database that each test file gets a copy of. */
export default async function startServer(project: TestProject) {
  const server = await startTemporaryPostgres();
  const template = await createScratchDatabase(server.ownerUrl, { name: "template" });
  await migrate(template.url, { application: await roleOf(server.url) });
  project.provide("database", { server: server.ownerUrl, application: server.url, template: "template" });
  return server.remove;
}
