import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { bundlePrograms } from "../../../worker/bundle-programs";

declare module "vitest" {
  interface ProvidedContext {
    /** Names the folder of the programs that tests start as separate processes. */
    programs: string;
  }
}

/** Bundles, once for the whole run, the programs that its tests start and kill many times. */
export default async function bundle(project: TestProject) {
  const folder = mkdtempSync(path.resolve("node_modules/.programs-"));
  const programs = {
    worker: "lib/worker/main.ts",
    execute: "lib/server/testing/processes/execute-process.ts",
    web: "lib/server/testing/processes/web-process.ts",
    postgres: "lib/server/testing/processes/postgres-process.ts",
  };
  await bundlePrograms(programs, folder);
  project.provide("programs", folder);
  return () => rmSync(folder, { recursive: true });
}
