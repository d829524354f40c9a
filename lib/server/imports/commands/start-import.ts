import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { ImportInput } from "@/lib/schemas/imports";
import { requirePermission } from "../../kernel/ctx";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { NotFound } from "../../kernel/errors";
import { begin } from "../start";
import { subjectOf } from "../subjects/subjects";

/** Imports the rows of a checked file in the background, once. See docs/domain.md, section 11. @throws NotFound */
export const startImport = command({
  name: "import.start",
  caller: staff("import:run"),
  input: ImportInput,
  output: z.object({ importId: Id }),
  refusals: refusals("import_begun"),
  async run({ tx, ctx }, { importId: id }) {
    const found = await tx.import.findUnique({
      where: { organizationId_id: { organizationId: ctx.organizationId, id }, state: { not: "reading" } },
      select: { id: true, subject: true, fileName: true, rowCount: true },
    });
    if (!found) throw new NotFound("import", id);
    requirePermission(ctx, subjectOf(found.subject).permission);
    return (await begin(tx, ctx, found))
      ? ok({ importId: id })
      : refuse({ reason: "import_begun", path: "" });
  },
});
