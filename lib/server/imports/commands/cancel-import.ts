import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { ImportInput } from "@/lib/schemas/imports";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { NotFound } from "../../kernel/errors";

/**
 * Ends an import that was not started, or one that is running after the rows that it has begun. What was imported stays.
 * @throws NotFound
 */
export const cancelImport = command({
  name: "import.cancel",
  caller: staff("import:run"),
  input: ImportInput,
  output: z.object({ importId: Id }),
  refusals: refusals("import_ended"),
  async run({ tx, ctx }, { importId: id }) {
    const found = await tx.import.findUnique({
      where: { organizationId_id: { organizationId: ctx.organizationId, id }, state: { not: "reading" } },
      select: { id: true },
    });
    if (!found) throw new NotFound("import", id);
    const { count } = await tx.import.updateMany({
      where: { id, state: { in: ["checked", "running"] } },
      data: { state: "canceled", finishedAt: ctx.now },
    });
    return count === 1 ? ok({ importId: id }) : refuse({ reason: "import_ended", path: "" });
  },
});
