import "server-only";
import type { ImportSubject } from "@/lib/domain/import-subject";
import { rowOfJson } from "@/lib/domain/imports/from-json";
import type { ReadRow } from "@/lib/domain/imports/read-row";
import { linesOf } from "./lines";

/** Reads a row from each line of NDJSON that is not blank. @throws FileNotRead */
export async function* rowsOfNdjson(
  subject: ImportSubject,
  texts: AsyncIterable<string>,
): AsyncGenerator<ReadRow> {
  for await (const { line, text } of linesOf(texts)) {
    if (text.trim() !== "") yield rowOfJson(subject, text, line);
  }
}
