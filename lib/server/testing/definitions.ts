import "server-only";
import { readdirSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";
import type { Caller } from "../kernel/definition/caller";

/** Holds a command, preview, query or task and the name of its export. */
export type Defined = {
  exported: string;
  call: (who: unknown, raw?: unknown) => Promise<unknown>;
  definition: {
    kind: "command" | "preview" | "query" | "task";
    name: string;
    caller: Caller<unknown>;
    input: z.ZodType;
    output?: z.ZodType;
    refusals?: { codes: readonly string[] };
  };
};

const root = path.resolve(import.meta.dirname, "..");

/** Returns every command, preview, query and task, which the folders `commands` and `queries` export. */
export async function allDefinitions(): Promise<Defined[]> {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
    /(^|\/)(commands|queries)\/[^/]+(?<!\.test)\.ts$/.test(file),
  );
  const modules = await Promise.all(
    files.map((file) => import(/* @vite-ignore */ path.join(root, file)) as Promise<Record<string, unknown>>),
  );
  return modules.flatMap((exports) =>
    Object.entries(exports).flatMap(([exported, call]) => {
      const { definition } = (call ?? {}) as { definition?: Defined["definition"] };
      return definition ? [{ exported, call: call as Defined["call"], definition }] : [];
    }),
  );
}
