import { parseArgs } from "node:util";
import { Refusal } from "./task";

/**
 * Reads the options that a command was given: the ones that it needs, and others that it takes.
 * @throws Refusal with the usage, if one is missing or unknown
 */
export function readOptions<Needed extends string, Taken extends string = never>(
  usage: string,
  needed: readonly Needed[],
  taken: readonly Taken[] = [],
): Record<Needed, string> & Partial<Record<Taken, string>> {
  const names = [...needed, ...taken];
  const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
  let values: Record<string, string | undefined>;
  try {
    values = parseArgs({ options }).values;
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n${usage}`);
  }
  if (needed.some((name) => !values[name])) throw new Refusal(usage);
  return values as Record<Needed, string> & Partial<Record<Taken, string>>;
}
