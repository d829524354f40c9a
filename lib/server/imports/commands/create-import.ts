import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { CreateImportInput } from "@/lib/schemas/imports";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { FileNotRead } from "../file-not-read";
import { keepFile } from "../keep-file";
import { SentFile } from "../sent-file";
import { begin } from "../start";
import { subjectOf } from "../subjects/subjects";

/**
 * Takes a file of one subject and says of each row what would become of it. Nothing is imported until somebody starts it, which a
 * caller who looks at no check can do at once. See docs/domain.md, section 11.
 */
export const createImport = command({
  name: "import.create",
  caller: staff("import:run"),
  input: CreateImportInput.extend({ file: z.instanceof(SentFile, { error: "Choose a file." }) }),
  output: z.object({ importId: Id }),
  refusals: refusals("file_not_read"),
  needs: ({ subject }) => [subjectOf(subject).permission],
  prepareReadsInput: true,
  async prepare({ ctx }, { file, start, ...about }) {
    try {
      return ok(await keepFile(ctx, about, file));
    } catch (error) {
      if (error instanceof FileNotRead)
        return refuse({ reason: "file_not_read", why: error.fault, path: "file" });
      throw error;
    }
  },
  async run({ tx, ctx, prepared: { id, rows, failed } }, { start, subject, fileName }) {
    await tx.import.update({
      where: { organizationId_id: { organizationId: ctx.organizationId, id } },
      data: { state: "checked", rowCount: rows, failedCount: failed },
      select: { id: true },
    });
    if (start) await begin(tx, ctx, { id, subject, fileName, rowCount: rows });
    return ok({ importId: id });
  },
});
