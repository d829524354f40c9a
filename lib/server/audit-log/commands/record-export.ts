import "server-only";
import { z } from "zod";
import { exportedLists } from "@/lib/domain/events/setup-event";
import { ok } from "@/lib/domain/values/result";
import { line, optional } from "@/lib/schemas/fields";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";

/** Records that somebody takes a whole list away as a file. See docs/domain.md, section 7. */
export const recordExport = command({
  name: "audit-log.record-export",
  caller: staff("order:read"),
  input: z.strictObject({ list: z.enum(exportedLists), filter: optional(line("a filter", 500)) }),
  output: z.null(),
  refusals: refusals(),
  async run({ tx, ctx }, { list, filter }) {
    const after = filter ? { filter } : {};
    await record(tx, ctx, [{ kind: "list.exported", subject: list, after }]);
    return ok(null);
  },
});
