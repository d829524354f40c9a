// This is a separate process that starts the embedded server and keeps it, so that a test can kill it.

import { startEmbeddedPostgres } from "../../database/embedded-postgres/start";

process.on("message", async (folder: string) => {
  await startEmbeddedPostgres(folder, { fsync: false });
  process.send?.("started");
});
process.send?.("ready");
