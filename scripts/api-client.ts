// `npm run api:client` writes the types of the API for programs, and `-- --check` fails where they are not up to date.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { openApiDocument } from "../lib/server/doors/rest/openapi";
import { fail, Refusal } from "./command-line/task";

const types = "docs/examples/order-desk-api.ts";
// The generator needs another TypeScript than the product, so it is installed apart.
const apart = "node_modules/.cache/api-client";

try {
  const made = `// The types of the API, which \`npm run api:client\` makes of its description.\n\n${makeTypes()}`;
  if (!process.argv.includes("--check")) writeFileSync(types, made);
  else if (made !== readFileSync(types, "utf8")) {
    throw new Refusal(`${types} is not up to date. Run \`npm run api:client\` and keep what it writes.`);
  }
} catch (error) {
  fail(error);
}

function makeTypes(): string {
  const lock = "package-lock.json";
  const sameLock =
    existsSync(`${apart}/node_modules`) &&
    readFileSync(`${apart}/${lock}`, "utf8") === readFileSync(`scripts/api-client/${lock}`, "utf8");
  cpSync("scripts/api-client", apart, { recursive: true });
  if (!sameLock) {
    const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    run("npm", ["ci", ...quiet]);
  }
  // A client of plain requests reads no stream, which would make every answer of a stream's call a text as well.
  const withoutStreams = (name: string, value: unknown) => (name === "text/event-stream" ? undefined : value);
  return run(process.execPath, ["types-of.mjs"], JSON.stringify(openApiDocument(), withoutStreams));
}

function run(command: string, args: string[], input?: string): string {
  const shell = process.platform === "win32" && command === "npm";
  const { status, stdout } = spawnSync(command, args, {
    cwd: apart,
    shell,
    encoding: "utf8",
    stdio: ["pipe", "pipe", "inherit"],
    maxBuffer: 1e8,
    ...(input !== undefined && { input }),
  });
  if (status !== 0) throw new Refusal(`${command} ${args.join(" ")} failed; it says why above.`);
  return stdout;
}
