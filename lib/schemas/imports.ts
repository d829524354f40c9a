import { z } from "zod";
import { importSubjects } from "@/lib/domain/import-subject";
import { importFormats } from "@/lib/domain/imports/import";
import { Id, line } from "./fields";

/** These schemas say what imports take: docs/domain.md, section 11. */

/** The file itself comes beside it, since it is read while it arrives. */
export const ImportFile = {
  subject: z.enum(importSubjects, "Choose what the file holds."),
  format: z.enum(importFormats, "Choose the format of the file."),
  fileName: line("a file name", 200),
};

export const CreateImportInput = z.strictObject({
  ...ImportFile,
  /** Imports what the check takes at once, where people look at it first. */
  start: z.boolean().default(false),
});

export const ImportInput = z.strictObject({ importId: Id });
