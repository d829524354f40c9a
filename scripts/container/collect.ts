import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { nodeFileTrace } from "@vercel/nft";
import { bundlePrograms } from "../../lib/worker/bundle-programs";
import { Refusal } from "../command-line/task";
import { buildFolder, serverFile } from "../start/prepare";

/** Next.js also puts our sources beside these, which nothing reads while it runs. */
const ofStandalone = (build: string) => [build, "node_modules", "public", "server.js", "package.json"];

/** Scales pictures, which next.config.js turns off. */
const unused = /node_modules\/(sharp|@img)(\/|$)/;

/** Read while migrating. */
const ofDatabase = ["prisma/schema.prisma", "prisma/migrations"];

/** Is read at run time, and named in a way that nobody can trace. */
const ofEngine = ["package.json", "schema_engine_bg.js", "schema_engine_bg.wasm"].map(
  (file) => `node_modules/@prisma/schema-engine-wasm/${file}`,
);

/**
 * Copies what the container image runs, and nothing else, into a new folder: the web server, the program of all commands, and the
 * files of the packages that these two load. The product has to be built.
 */
export async function collect(folder: string): Promise<void> {
  if (existsSync(folder)) throw new Refusal(`${folder} exists already. Remove it, or name another folder.`);
  mkdirSync(folder, { recursive: true });
  const standalone = path.dirname(serverFile());
  for (const part of ofStandalone(buildFolder())) {
    if (existsSync(path.join(standalone, part))) copy(standalone, part, folder);
  }
  for (const part of ofDatabase) copy(".", part, folder);

  const programs = path.join(buildFolder(), "container");
  rmSync(programs, { recursive: true, force: true });
  await bundlePrograms({ "order-desk": "scripts/container/main.ts" }, programs);
  cpSync(programs, path.join(folder, "programs"), { recursive: true });
  const { fileList } = await nodeFileTrace([path.join(programs, "order-desk.mjs")], { base: process.cwd() });
  const ofPackages = [...fileList].filter((file) => file.startsWith("node_modules/"));
  for (const file of [...ofPackages, ...ofEngine]) copy(".", file, folder);
}

function copy(from: string, part: string, to: string): void {
  cpSync(path.join(from, part), path.join(to, part), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !unused.test(source),
  });
}
