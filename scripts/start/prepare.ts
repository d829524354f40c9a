import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundlePrograms, programFile } from "../../lib/worker/bundle-programs";
import { Refusal } from "../command-line/task";

const schemaFile = "prisma/schema.prisma";
const generatedStamp = "lib/generated/prisma/generated-from";
const sourceFolders = ["app", "components", "lib", "prisma", "public"];
/** What runs beside the web server. */
const programs = { worker: "lib/worker/main.ts", "vendor-simulator": "scripts/start/vendor-simulator.ts" };
export type Program = keyof typeof programs;
const sourceFiles = [
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
  "proxy.ts",
  "instrumentation.ts",
  programs["vendor-simulator"],
];

/** Generates the Prisma client when the schema or Prisma itself changed, since it is not kept. */
export async function generateClient(): Promise<void> {
  const prisma = JSON.parse(readFileSync("node_modules/prisma/package.json", "utf8")).version;
  const wanted = hash([schemaFile, "prisma.config.ts"], prisma);
  if (content(generatedStamp) === wanted) return;
  await run(["node_modules/prisma/build/index.js", "generate"], {
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  });
  writeFileSync(generatedStamp, wanted);
}

/** Returns the folder that `next build` writes to and the web server starts from. */
export const buildFolder = () => process.env.NEXT_DIST_DIR ?? ".next";

/** Builds the product if there is no build of these very sources yet. */
export async function buildIfStale(): Promise<void> {
  const stamp = path.join(buildFolder(), "built-from");
  const wanted = hash(sources(), process.version);
  if (content(stamp) === wanted && existsSync(serverFile())) return;

  console.log("Building …");
  await run(["node_modules/next/dist/bin/next", "build"], {
    NODE_ENV: "production",
  });
  await bundlePrograms(programs, programFolder());
  const standalone = path.dirname(serverFile());
  cpSync(path.join(buildFolder(), "static"), path.join(standalone, buildFolder(), "static"), {
    recursive: true,
  });
  if (existsSync("public")) cpSync("public", path.join(standalone, "public"), { recursive: true });
  writeFileSync(stamp, wanted);
}

export const serverFile = () => path.resolve(buildFolder(), "standalone", "server.js");

const programFolder = () => path.join(buildFolder(), "programs");

/** What starts a program beside the web server: of the build, or from its source. */
export const programArguments = (name: Program, dev: boolean): string[] =>
  dev
    ? ["node_modules/tsx/dist/cli.mjs", "watch", "--conditions=react-server", programs[name]]
    : [programFile(programFolder(), name)];

function sources(): string[] {
  const inFolders = sourceFolders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.includes(".test."))
        .map((entry) => path.join(entry.parentPath, entry.name)),
    );
  const generated = path.join("lib", "generated");
  return [
    ...inFolders.filter((file) => !file.startsWith(generated)).sort(),
    ...sourceFiles.filter((file) => existsSync(file)),
  ];
}

function hash(files: string[], extra: string): string {
  const digest = createHash("sha256").update(extra);
  for (const file of files) digest.update(`\0${file}\0`).update(readFileSync(file));
  return digest.digest("hex");
}

const content = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : undefined);

const running = new Set<ChildProcess>();

/** Ends the tools that are at work, when the product is stopped before it was ready. */
export function stopTools(): void {
  for (const tool of running) tool.kill("SIGTERM");
}

/** Runs one of our tools, and shows its output only if it fails. */
export function run(args: string[], env: Record<string, string | undefined> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env: {
        ...process.env,
        NEXT_TELEMETRY_DISABLED: "1",
        CHECKPOINT_DISABLE: "1",
        ...env,
      } as NodeJS.ProcessEnv,
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.add(child);
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", reject);
    child.once("close", (code) => {
      running.delete(child);
      if (code === 0) return resolve();
      reject(new Refusal(`${output.trim()}\n\nFailed: node ${args.join(" ")}`));
    });
  });
}
