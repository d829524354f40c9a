import "server-only";
import { z } from "zod";
import { importSubjects } from "@/lib/domain/import-subject";
import { importFormats, importRowStates } from "@/lib/domain/imports/import";
import type { ImportRecord } from "../../../imports/queries/imports";
import type { ImportRow as Row } from "../../../imports/tell-row";

export const Import = z
  .object({
    id: z.uuid(),
    subject: z.enum(importSubjects),
    format: z.enum(importFormats),
    fileName: z.string(),
    state: z
      .enum(["checked", "running", "canceled", "finished"])
      .describe("A checked import waits until you start or cancel it."),
    by: z.string().describe("We import in the name of this person or key."),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    rows: z.number().int(),
    created: z.number().int(),
    updated: z.number().int(),
    unchanged: z.number().int(),
    failed: z.number().int().describe("We count the rows that we cannot import, also before you start."),
  })
  .meta({ id: "Import" });

export function tellImport(record: ImportRecord): z.input<typeof Import> {
  return record;
}

export const ImportRow = z
  .object({
    line: z.number().int().describe("The row begins on this line of the file."),
    externalId: z.string().nullable(),
    name: z.string(),
    state: z.enum(importRowStates),
    plan: z
      .enum(["create", "update", "keep"])
      .nullable()
      .describe("This is what we expect to do. It is null for a row that we cannot import."),
    code: z.string().nullable().describe("This is the code of what we made, changed or found."),
    problems: z.array(
      z.object({
        field: z.string().nullable().describe("In CSV, this is the name of a column."),
        line: z
          .number()
          .int()
          .nullable()
          .describe(
            "In CSV, this is the line of the item that is wrong. It is null for what the row's first line says.",
          ),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: "ImportRow" });

export function tellImportRow(row: Row): z.input<typeof ImportRow> {
  return row;
}
