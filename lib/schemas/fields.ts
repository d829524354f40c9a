import { z } from "zod";
import { formatNumber } from "@/lib/domain/format/format";
import { sentAddress } from "@/lib/domain/values/email";
import { largestAmount } from "@/lib/domain/values/money";
import { trimmed } from "@/lib/domain/values/trimmed";

/** Several inputs share these fields, and every message says what to enter. */

/**
 * Takes one line of text: trimmed as the database trims, counted in characters, without control characters or halves of
 * characters.
 */
export function line(name: string, max: number, min = 1) {
  return z
    .string(`Enter ${name}.`)
    .transform(trimmed)
    .refine((value) => length(value) >= min, `Enter ${name}.`)
    .refine((value) => length(value) <= max, `Use at most ${max} characters.`)
    .refine((value) => !/[\p{Cc}\p{Cs}]/u.test(value), "Remove line breaks and control characters.");
}

/** Takes several lines of text, or none. */
export function lines(max: number) {
  return z
    .string()
    .transform(trimmed)
    .refine((value) => length(value) <= max, `Use at most ${formatNumber(max, "en")} characters.`)
    .refine((value) => !/[^\P{Cc}\n\r\t]|\p{Cs}/u.test(value), "Remove control characters.");
}

/** Counts characters as PostgreSQL does, so that an emoji is one. */
function length(value: string): number {
  return [...value].length;
}

/** Turns blank text into null, and gives null for a field that is left out. */
export function optional<Value>(field: z.ZodType<Value>) {
  return blankable(field).default(null);
}

/** Turns blank text into null. */
export function blankable<Value>(field: z.ZodType<Value>) {
  return z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? null : (value ?? null)),
    field.nullable(),
  );
}

export const Id = z.uuid("Choose one from the list.");
/** Takes the version of the row as it was read; saving an older one is a conflict. */
export const Version = z.number().int().positive().max(2_147_483_647);

/**
 * Names what a question showed before it was answered: docs/domain.md, "What was seen". It is missing if nobody looked.
 */
export const Seen = z.string().regex(/^[0-9a-f]{32}$/);

/** Names a request, so that the same one gets the same answer and does nothing twice. */
export const IdempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/, "Use 1 to 200 letters, digits and signs.");

/** What callers of a command send: its input, and the name of the request where they may send it twice. */
export type Sent<Input> = Input & { idempotencyKey?: string | undefined };

/** Takes an exact amount, such as "12.50", in the organization's currency. */
export const AmountText = z
  .union([z.string(), z.number()], "Enter an amount.")
  .transform((value) => String(value).trim())
  .refine(isAmount, "Enter an amount from 0 to 999,999,999,999,000, with at most four decimals.");

export const PositiveAmount = AmountText.refine((value) => Number(value) > 0, "Enter an amount above 0.");

/** Looks at the digits first, so that a text of any length is refused before anything computes with it. */
function isAmount(value: string): boolean {
  return /^\d{1,15}(\.\d{1,4})?$/.test(value) && !largestAmount.lessThan(value);
}

export const PercentText = z
  .union([z.string(), z.number()], "Enter a percentage.")
  .transform((value) => String(value).trim())
  .refine(
    (value) => /^(100(\.0{1,3})?|\d{1,2}(\.\d{1,3})?)$/.test(value),
    "Enter a percentage from 0 to 100.",
  );

export const Email = z
  .string("Enter an email address.")
  .transform((value) => trimmed(value).normalize("NFC").toLowerCase())
  .pipe(
    z
      .string()
      .max(254, "Use at most 254 characters.")
      .refine((value) => sentAddress(value) !== null, "Enter an email address, like name@example.com."),
  );

export const TimeZone = z.string().refine(isTimeZone, "Choose a time zone from the list.");

function isTimeZone(value: string): boolean {
  // An offset such as +05:30 is no time zone, and PostgreSQL would read it the other way round.
  if (!/^[A-Za-z]/.test(value)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** Names an account, a product or an order by its code: text without control characters or halves of characters. */
export const Code = z.string().regex(/^[^\p{Cc}\p{Cs}]{1,100}$/u, "Send a code.");

/** Says what a list is sorted by, "-total" downwards. Anything else sorts as the list does by itself. */
export function sortParameter<Column extends string>(
  columns: readonly Column[],
  otherwise: Column | `-${Column}`,
) {
  const allowed = columns.flatMap((column) => [column, `-${column}` as const]);
  return z
    .string()
    .optional()
    .catch(undefined)
    .transform((value) => allowed.find((one) => one === value) ?? otherwise);
}

/** Every list takes these from its address, and leaves out an unknown cursor or too long a search. */
export const listParameters = {
  q: z
    .string()
    .transform((value) => trimmed(value.replace(/[\p{Cc}\p{Cs}]/gu, " ")))
    .pipe(z.string().max(100))
    .catch("")
    .default(""),
  cursor: z.string().max(500).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(200).catch(50).default(50),
};
