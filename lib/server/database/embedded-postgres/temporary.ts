import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { DatabaseUrls } from "../application-role";
import { startEmbeddedPostgres } from "./start";

/** Starts a server for one run, in which any number of databases can be created. `remove()` deletes everything. */
export async function startTemporaryPostgres(): Promise<DatabaseUrls & { remove(): Promise<void> }> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "order-desk-"));
  const server = await startEmbeddedPostgres(dataDir, { fsync: false });
  return {
    url: server.url,
    ownerUrl: server.ownerUrl,
    remove: async () => {
      await server.remove();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
