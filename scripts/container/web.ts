import path from "node:path";
import { pathToFileURL } from "node:url";
import "../start/client-address.mjs";
import "../start/last-answers.mjs";

// Next.js ends with 143 when it was asked to stop and has answered all that had begun. That is no failure of the container.
process.once("SIGTERM", () => {
  process.once("exit", (code) => {
    if (code === 143) process.exitCode = 0;
  });
});

await import(pathToFileURL(path.resolve("server.js")).href);
