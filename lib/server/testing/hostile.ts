import "server-only";
import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { ZodError, z } from "zod";
import { Conflict, Forbidden, NotFound } from "../kernel/errors";

/** Sends commands what nobody should send. */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Marks a field that is not sent at all. */
const missing = Symbol("missing");
const blank = ["", "   "];
const words = [
  "\u202eهجوم",
  "'; DROP TABLE orders; --",
  "NaN",
  "1e5",
  "-1",
  "2026-02-30",
  "9999-12-31",
  "0000-01-01T00:00:00Z",
  randomUUID(),
];
const long = "🙂".repeat(600);
const object = {};
const empty = [object, new Date("invalid")];
const texts = { toString: "x" };
const none: unknown[] = [];
const hostile: unknown[] = [
  missing,
  null,
  ...blank,
  ...words,
  long,
  "x".repeat(100_000),
  "a\u0000b",
  "\ud800",
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
  none,
  ...empty,
  [null],
  texts,
];

/** Lists the hostile values that are valid in fields of a kind. A field without a kind accepts none. */
const rightIn = {
  /** Accepts a missing field, and otherwise only something definite. */
  optional: [missing],
  /** Accepts a missing or blank field, as a form sends it. */
  open: [missing, null, ...blank],
  openLine: [missing, null, ...blank, ...words],
  openLines: [missing, null, ...blank, ...words],
  /** Accepts one line of at most 20 characters. */
  openShort: [missing, null, ...blank, ...words.filter((word) => word.length <= 20)],
  openColor: [missing, null, ...blank, "1e5"],
  /** Accepts digits and the signs between them. */
  openPhone: [missing, null, ...blank, ...words.filter((word) => /^\d[\d-]{4,}$/.test(word))],
  nullable: [missing, null],
  null: [null],
  /** Accepts one line that says something. */
  words,
  optionalWords: [missing, ...words],
  /** Accepts one line that may be empty. */
  line: [missing, ...blank, ...words],
  /** Accepts several lines, which may be empty. */
  comment: [...words, long],
  note: [missing, ...blank, ...words, long],
  values: [missing, object, texts],
  valueKinds: [missing, object],
  emptyValues: [object],
  filledLine: [missing, ...words],
  amount: [0, 1.5, 2 ** 31],
  optionalAmount: [missing, 0, 1.5, 2 ** 31],
  openAmount: [missing, null, ...blank, 0, 1.5, 2 ** 31],
  positiveAmount: [1.5, 2 ** 31],
  yes: [true],
  optionalYes: [missing, true],
  list: [missing, none],
  /** Accepts a list that may be empty, and has to be there. */
  sentList: [none],
  /** Accepts whatever names something, or another name of the same form. */
  name: words.filter((word) => /^[\w-]+$/.test(word)),
  /** Accepts the simulated driver's settings; a blank one is 0. */
  driverSettings: [missing, ...empty, texts],
  count: [missing, 0],
  wholeNumber: [0, 2 ** 31],
  secret: [missing, null, ...words.filter((word) => word.length >= 32)],
  key: [missing, ...words.filter((word) => /^[\w:.-]+$/.test(word))],
  password: words.filter((word) => word.length >= 12),
  color: ["1e5"],
  optionalColor: [missing, "1e5"],
  anyId: words.filter((word) => word.length === 36),
  nothingNeeded: empty,
  object: [...empty, texts],
  anything: hostile,
} satisfies Record<string, unknown[]>;

export type Kind = keyof typeof rightIn;

/** Maps the path of a field, such as "items.*.quantity", to its kind. All places of a list share a path. */
export type Kinds = Record<string, Kind>;

export function kindOf(path: Path, kinds: Kinds): Kind | undefined {
  return kinds[path.map((key) => (/^\d+$/.test(`${key}`) ? "*" : key)).join(".")];
}

type Path = (string | number)[];

/** Returns the path to each field, to each list and to the whole. */
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

/** Returns what a person is told, or what nobody should see. A complaint about the input names the `spoilt` field. */
export async function outcome(
  work: Promise<unknown>,
  spoilt: Path = [],
  elsewhere: ToldElsewhere = {},
): Promise<"done" | "refused" | { bug: string }> {
  try {
    const answer = (await work) as { ok?: boolean; refusal?: unknown };
    if (answer?.ok !== false) return "done";
    const [sentence] = sentencesIn(answer.refusal);
    return sentence === undefined ? "refused" : { bug: `refuses with a sentence: ${sentence}` };
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

/**
 * Lists the sentences in a refusal, which holds data so that each reader is told it in words. The rules of the status list
 * are left out: they still name their faults in words, which the grid shows while somebody types.
 */
function sentencesIn(refusal: unknown): string[] {
  if ((refusal as { reason?: unknown } | undefined)?.reason === "statuses_invalid") return [];
  if (typeof refusal === "string") return /^[A-Z].*[a-z] [a-z].*[.!]$/s.test(refusal) ? [refusal] : [];
  if (refusal === null || typeof refusal !== "object") return [];
  return Object.values(refusal).flatMap(sentencesIn);
}

/** Maps fields to the other field that shows their faults, where people can correct them. */
export type ToldElsewhere = Record<string, string>;

function isWithin(path: PropertyKey[], field: string): boolean {
  return field === "" || `${path.join(".")}.`.startsWith(`${field}.`);
}

export interface Errand {
  command: (raw: unknown) => Promise<unknown>;
  /** Returns the whole input without a fault. */
  input: () => Promise<Json>;
  kinds?: Kinds;
  elsewhere?: ToldElsewhere;
}

/**
 * Fills every field of a command with every hostile value and lists the bugs. An answer is no bug if it is a value that is
 * valid there, or else a refusal or an error beside the field or `elsewhere`; the database's own complaint is one.
 */
export async function bugsOf({ command, input, kinds = {}, elsewhere = {} }: Errand): Promise<string[]> {
  let sound = await input();
  const bugs: string[] = [];
  for (const path of paths(sound)) {
    const kind =
      kinds[path.map((key) => (typeof key === "number" || /^\d+$/.test(key) ? "*" : key)).join(".")];
    const right: unknown[] = kind ? rightIn[kind] : [];
    for (const value of hostile) {
      const answer = await outcome(command(replaced(sound, path, value)), path, elsewhere);
      const bug =
        typeof answer === "object" ? answer.bug : answer === "done" && !right.includes(value) && "taken";
      if (bug) bugs.push(`${path.join(".")} = ${inspect(value).slice(0, 40)}: ${bug}`);
      if (answer === "done") sound = await input();
    }
  }
  return bugs;
}

type Described = {
  type?: string;
  const?: unknown;
  properties?: Record<string, Described>;
  items?: Described;
  anyOf?: Described[];
  oneOf?: Described[];
};

/** Returns the fields that a command takes and that this input does not have. */
export function leftOut(schema: z.ZodType, input: Json): string[] {
  const described = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Described;
  return fieldsLeftOut(described, input, []);
}

function fieldsLeftOut(schema: Described, value: Json | undefined, path: Path): string[] {
  const here = [path.join(".")];
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) {
    const [fewest = []] = variants
      .map((variant) => fieldsLeftOut(variant, value, path))
      .toSorted((one, other) => one.length - other.length);
    return fewest;
  }
  if (schema.const !== undefined) return value === schema.const ? [] : here;
  if (schema.properties) {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return here;
    return Object.entries(schema.properties).flatMap(([key, inner]) =>
      key in value ? fieldsLeftOut(inner, value[key], [...path, key]) : [[...path, key].join(".")],
    );
  }
  const { items } = schema;
  if (items) {
    if (!Array.isArray(value)) return here;
    const each = value.map((one) => fieldsLeftOut(items, one, [...path, "*"]));
    // A field that one of the items has is not left out.
    return each.length === 0 && items.properties
      ? [[...path, "*"].join(".")]
      : (each[0] ?? []).filter((field) => each.every((fields) => fields.includes(field)));
  }
  return [];
}
