import "server-only";
import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { ZodError } from "zod";
import { Conflict, Forbidden, NotFound } from "../errors";

/** Sends commands what nobody should send. */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Not sent at all. */
const missing = Symbol("missing");
const hostile: unknown[] = [
  missing,
  null,
  "",
  "   ",
  "x".repeat(100_000),
  "🙂".repeat(600),
  "\u202eهجوم",
  "a\u0000b",
  "\ud800",
  "'; DROP TABLE orders; --",
  "NaN",
  "1e5",
  "-1",
  "2026-02-30",
  "9999-12-31",
  "0000-01-01T00:00:00Z",
  randomUUID(),
  -1,
  0,
  1.5,
  2 ** 31,
  2 ** 53,
  Number.MAX_VALUE,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  10n,
  true,
  [],
  {},
  [null],
  { toString: "x" },
  new Date("invalid"),
];

type Path = (string | number)[];

/** The way to each field, to each list and to the whole. */
export function paths(value: Json, path: Path = []): Path[] {
  if (value === null || typeof value !== "object") return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => paths(inner, [...path, key]))];
}

export function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)?.[key], value);
}

export function replaced(value: Json, path: Path, by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by === missing ? undefined : by;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  if (by === missing && rest.length === 0) delete copy[key];
  else copy[key] = replaced(copy[key] as Json, rest, by);
  return copy;
}

/** What a person is told, or what nobody should see. A complaint about the input names the field that was `spoilt`. */
export async function outcome(
  work: Promise<unknown>,
  spoilt: Path = [],
  elsewhere: ToldElsewhere = {},
): Promise<"done" | "refused" | { bug: string }> {
  try {
    const answer = (await work) as { ok?: boolean };
    return answer?.ok === false ? "refused" : "done";
  } catch (error) {
    const fields = [spoilt.join("."), elsewhere[spoilt.join(".")]].filter((field) => field !== undefined);
    const told = (issue: ZodError["issues"][number]) => fields.some((field) => isWithin(issue.path, field));
    if (error instanceof ZodError && !error.issues.some(told))
      return { bug: `told at ${error.issues.map((issue) => issue.path.join(".")).join(", ")}` };
    const expected = [ZodError, NotFound, Conflict, Forbidden].some((kind) => error instanceof kind);
    return expected
      ? "refused"
      : { bug: `${(error as Error).name}: ${(error as Error).message.slice(-300)}` };
  }
}

/** Fields whose faults show at another one, where they can be put right. */
export type ToldElsewhere = Record<string, string>;

function isWithin(path: PropertyKey[], field: string): boolean {
  return field === "" || `${path.join(".")}.`.startsWith(`${field}.`);
}

/**
 * Fills every field of what a command takes with every hostile value. Each answer is a value, a refusal or an error that
 * is told beside the field, unless that is told `elsewhere`; anything else, such as the database's own complaint, is a bug and listed.
 */
export async function bugsOf(
  command: (raw: unknown) => Promise<unknown>,
  input: () => Promise<Json>,
  elsewhere: ToldElsewhere = {},
): Promise<string[]> {
  let sound = await input();
  const bugs: string[] = [];
  for (const path of paths(sound)) {
    for (const value of hostile) {
      const answer = await outcome(command(replaced(sound, path, value)), path, elsewhere);
      if (typeof answer === "object")
        bugs.push(`${path.join(".")} = ${inspect(value).slice(0, 40)}: ${answer.bug}`);
      if (answer === "done") sound = await input();
    }
  }
  return bugs;
}
