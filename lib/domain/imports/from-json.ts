import type { ImportSubject } from "../import-subject";
import { isObject } from "../values/object";
import { type ReadRow, readRow } from "./read-row";

/** Reads a line of NDJSON. */
export function rowOfJson(subject: ImportSubject, text: string, line: number): ReadRow {
  const data = parsed(text);
  return isObject(data)
    ? readRow(subject, data, line)
    : { line, externalId: null, itemLines: null, data: {}, refusal: { reason: "not_json" } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
