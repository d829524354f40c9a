import type { ImportSubject } from "../import-subject";
import { isObject } from "../values/object";
import { trimmed } from "../values/trimmed";
import { externalIdField, type FieldKind, type Fields, fieldsOf } from "./fields";
import type { ImportRefusal } from "./refusal";

/** Holds a row as the file has it, or why it cannot be one. */
export type ReadRow = {
  /** Is the line on which the row begins. */
  line: number;
  externalId: string | null;
  /** Holds the line of each item of a CSV file, where each has a line of its own. */
  itemLines: number[] | null;
  data: Record<string, unknown>;
  refusal: ImportRefusal | null;
};

const longestExternalId = 100;

/** Returns a row of an object whose values have been read, with the first thing that is wrong with its form. */
export function readRow(subject: ImportSubject, data: Record<string, unknown>, line: number): ReadRow {
  const sent = data[externalIdField];
  const text = typeof sent === "number" ? String(sent) : sent;
  const externalId = typeof text === "string" ? trimmed(text) : "";
  const usable = externalId !== "" && [...externalId].length <= longestExternalId && isPlain(externalId);
  const refusal = formFault(subject, data) ?? (usable ? null : { reason: "no_external_id" as const });
  const kept = refusal === null && textsIn(data).every(isKeepable);
  // What is no row of the subject can be nested as deeply as somebody likes, and is not kept.
  return {
    line,
    externalId: usable ? externalId : null,
    itemLines: null,
    data: kept ? data : {},
    refusal: refusal ?? (kept ? null : { reason: "unreadable_text" }),
  };
}

function formFault(subject: ImportSubject, data: Record<string, unknown>): ImportRefusal | null {
  const { own, item } = fieldsOf(subject);
  const { items, ...rest } = data;
  const values = item ? rest : data;
  const list = item && Array.isArray(items) ? items : [];
  const ofItems = list.map((one, at) => ({ at: `items.${at}.`, one }));

  const unknown = [
    ...namesNotIn(own, values, ""),
    ...ofItems.flatMap(({ at, one }) => (item && isObject(one) ? namesNotIn(item, one, at) : [])),
  ];
  if (unknown.length > 0)
    return { reason: "unknown_fields", fields: unknown.slice(0, mostNamed).map(cleaned) };

  const wrong = [
    ...wrongIn(own, values, ""),
    ...(item && !(Array.isArray(items) && items.every(isObject))
      ? [{ field: "items", kind: "items" as const }]
      : []),
    ...ofItems.flatMap(({ at, one }) => (item && isObject(one) ? wrongIn(item, one, at) : [])),
  ];
  return wrong.length > 0 ? { reason: "wrong_kind", fields: wrong } : null;
}

function namesNotIn(fields: Fields, values: Record<string, unknown>, at: string): string[] {
  return Object.keys(values)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) => `${at}${name}`);
}

function wrongIn(fields: Fields, values: Record<string, unknown>, at: string) {
  return Object.entries(values).flatMap(([name, value]) => {
    const kind = fields[name];
    return !kind || value === null || isOfKind[kind](value) ? [] : [{ field: `${at}${name}`, kind }];
  });
}

const isText = (value: unknown) => typeof value === "string" || typeof value === "number";

const isOfKind: Record<FieldKind, (value: unknown) => boolean> = {
  text: isText,
  limit: isText,
  number: (value) => typeof value === "number",
  boolean: (value) => typeof value === "boolean",
  list: (value) => Array.isArray(value) && value.every((one) => typeof one === "string"),
  map: (value) => isObject(value) && Object.values(value).every((one) => typeof one === "string"),
};

/** Tells whether the text is one line that the database can keep. */
function isPlain(text: string): boolean {
  return !/[\p{Cc}\p{Cs}]/u.test(text);
}

/** Tells whether the database can keep the text: it takes no NUL and no half of a character. */
function isKeepable(text: string): boolean {
  return !/[\0\p{Cs}]/u.test(text);
}

/** Limits how many unknown fields a row names. */
const mostNamed = 10;

function cleaned(name: string): string {
  return name.replace(/[\p{Cc}\p{Cs}]/gu, "\ufffd").slice(0, 80);
}

/** Returns every text in the data of a row, whose form is known to be flat. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.entries(value).flatMap(([name, one]) => [name, ...textsIn(one)]) : [];
}
