import "server-only";
import type { ImportSubject } from "@/lib/domain/import-subject";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { inNameOf } from "../kernel/in-name-of";
import { addJobs } from "../kernel/jobs";
import { record } from "../kernel/record";

type Checked = { id: string; subject: ImportSubject; fileName: string; rowCount: number };

/** Lets the worker import the rows in the caller's name. Returns false if the import was started or canceled before. */
export async function begin(
  tx: Tx,
  ctx: Ctx,
  { id, subject, fileName, rowCount }: Checked,
): Promise<boolean> {
  const { organizationId, timeZone, locale } = ctx;
  const { count } = await tx.import.updateMany({
    where: { id, state: "checked" },
    data: { state: "running", ...inNameOf(ctx), timeZone, locale },
  });
  if (count === 0) return false;
  const job = { task: "import", key: `import:${id}`, payload: { organizationId, importId: id } } as const;
  await addJobs(tx, [job]);
  await record(tx, ctx, [
    { kind: "import.started", subject: fileName, after: { imports: subject, rows: rowCount } },
  ]);
  return true;
}
