import path from "node:path";
import { pathToFileURL } from "node:url";
import "../start/client-address.mjs";
import "../start/last-answers.mjs";

process.once("SIGTERM", () => {
  // Next.js listens as soon as it serves, and what listens once has gone by now. Before that, nothing has begun that could be answered.
  if (process.listenerCount("SIGTERM") === 0) process.exit(0);
  // Next.js exits with 143 once it has answered everything. The container has not failed then.
  process.once("exit", (code) => {
    if (code === 143) process.exitCode = 0;
  });
});

await import(pathToFileURL(path.resolve("server.js")).href);
