import "server-only";
import { z } from "zod";
import { importRowStates } from "@/lib/domain/imports/import";
import { ok } from "@/lib/domain/values/result";
import { ImportFile } from "@/lib/schemas/imports";
import { cancelImport } from "../../../imports/commands/cancel-import";
import { createImport } from "../../../imports/commands/create-import";
import { startImport } from "../../../imports/commands/start-import";
import { importReport, listImportRows } from "../../../imports/queries/import-rows";
import { getImport, listImports } from "../../../imports/queries/imports";
import { SentFile } from "../../../imports/sent-file";
import type { Ctx } from "../../../kernel/ctx";
import { does } from "../does";
import { definitionOf, type Endpoint } from "../endpoint";
import { lists } from "../lists";
import { reads } from "../reads";
import { Import, ImportRow, tellImport, tellImportRow } from "../resources/import";

const tag = "Imports";
const path = "/imports/{importId}";

/** Returns the call that takes a file. A dry run checks it and imports nothing, and the check can be started later. */
function takesImport(): Endpoint {
  const parameters = z.strictObject({
    subject: ImportFile.subject.describe("The file holds these."),
    format: ImportFile.format,
    fileName: ImportFile.fileName.optional().describe("People recognize the import by this name."),
  });
  return {
    tag,
    summary: "Takes a file, and imports each row of it in the background",
    deprecated: null,
    method: "POST",
    path: "/imports",
    definition: definitionOf(createImport.definition),
    parameters,
    takesFile: ["text/csv", "application/x-ndjson"],
    body: null,
    elsewhere: [],
    ifMatch: "none",
    status: 201,
    answer: Import,
    async serve(ctx, { parameters: sent, file, dryRun, idempotencyKey }) {
      const { subject, format, fileName } = sent as z.output<typeof parameters>;
      let replayed = false;
      const taken = await createImport(
        ctx,
        {
          ...{ subject, format, start: !dryRun, file: new SentFile(file) },
          fileName: fileName ?? `${subject}.${format}`,
          ...(idempotencyKey !== undefined && { idempotencyKey }),
        },
        {
          onReplay: () => {
            replayed = true;
          },
        },
      );
      if (!taken.ok) return taken;
      const record = await getImport(ctx, taken.value.importId);
      return ok({ body: tellImport(record), location: `/imports/${record.id}`, replayed });
    },
  };
}

/** Returns the call that answers the report as a file. */
function answersReport(): Endpoint {
  return {
    tag,
    summary: "Shows what became of each row, as a CSV file",
    deprecated: null,
    method: "GET",
    path: `${path}/report`,
    definition: definitionOf(importReport.definition),
    parameters: null,
    answersFile: "text/csv",
    body: null,
    elsewhere: [],
    ifMatch: "none",
    status: 200,
    answer: z.string(),
    async serve(ctx, asked) {
      const { importId } = asked.path;
      const text = await importReport(ctx, { importId });
      return ok({ body: null, file: { name: `import-${importId}.csv`, text } });
    },
  };
}

const tellNow = async ({ importId }: { importId: string }, ctx: Ctx) =>
  tellImport(await getImport(ctx, importId));

export const importEndpoints: readonly Endpoint[] = [
  takesImport(),
  lists("/imports", listImports, {
    tag,
    summary: "Lists imports, newest first",
    parameters: z.object({ sort: z.enum(["created", "-created"]).default("-created") }),
    row: Import,
    tell: tellImport,
  }),
  reads(path, getImport, {
    tag,
    summary: "Shows an import, with how far it is",
    input: (asked) => asked.path.importId,
    answer: Import,
    tell: tellImport,
  }),
  lists(`${path}/rows`, listImportRows, {
    tag,
    summary: "Lists the rows of an import: what will become of each, or what did",
    parameters: z.object({ state: z.enum(importRowStates).optional() }),
    input: async (filters, asked) => ({ ...filters, ...asked.path }),
    row: ImportRow,
    tell: tellImportRow,
  }),
  answersReport(),
  does("POST", `${path}/start`, startImport, {
    tag,
    summary: "Imports the rows of a checked file in the background",
    answer: Import,
    tell: tellNow,
  }),
  does("POST", `${path}/cancel`, cancelImport, {
    tag,
    summary: "Ends an import before it starts, or after the rows that it has begun",
    answer: Import,
    tell: tellNow,
  }),
];
