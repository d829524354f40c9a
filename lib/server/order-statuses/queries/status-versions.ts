import "server-only";
import { z } from "zod";
import type { ListedStatus } from "@/lib/domain/order-status/list/list";
import { listDifferences, type StatusDifference } from "@/lib/domain/order-status/list/versions";
import { Version } from "@/lib/schemas/fields";
import { read } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { NotFound } from "../../kernel/errors";

/** Asks for the versions of the list before this one, newest first. */
const ListStatusVersionsInput = z.strictObject({
  before: Version.optional(),
  limit: z.number().int().min(1).max(50).default(20),
});

export type StatusVersion = {
  version: number;
  /** RFC 3339, UTC. */
  at: string;
  actorName: string;
  /** From the version before; null for the first one kept. */
  differences: StatusDifference[] | null;
};

/** Of the newest first; `next` is the `before` of the following page. */
export type StatusVersions = { versions: StatusVersion[]; next: number | null };

/** Who saved the list, when, and what differs cell by cell: docs/domain.md, section 1, rule 13. */
export const listStatusVersions = query({
  name: "status-version.list",
  caller: staff("order-status:save"),
  input: ListStatusVersionsInput,
  async run({ ctx }, { before, limit }): Promise<StatusVersions> {
    const rows = await read(ctx).orderStatusVersion.findMany({
      where: before ? { version: { lt: before } } : {},
      orderBy: { version: "desc" },
      // One more, to differ from and to know whether there is one.
      take: limit + 1,
      select: { version: true, at: true, actorName: true, statuses: true, replacedBy: true },
    });
    const versions = rows.slice(0, limit).map(({ version, at, actorName, ...kept }, i): StatusVersion => {
      const earlier = rows[i + 1];
      return {
        version,
        at: at.toISOString(),
        actorName,
        differences: earlier
          ? withReplacements(listDifferences(statusesOf(earlier), statusesOf(kept)), kept)
          : null,
      };
    });
    return { versions, next: rows.length > limit ? (versions.at(-1)?.version ?? null) : null };
  },
});

/** The whole list as a save left it. @throws NotFound */
export const getStatusVersion = query({
  name: "status-version.get",
  caller: staff("order-status:save"),
  input: Version,
  async run({ ctx }, version): Promise<ListedStatus[]> {
    const row = await read(ctx).orderStatusVersion.findFirst({
      where: { version },
      select: { statuses: true },
    });
    if (!row) throw new NotFound("version", String(version));
    return statusesOf(row);
  },
});

/** As `order_status_snapshot` wrote it. */
function statusesOf({ statuses }: { statuses: unknown }): ListedStatus[] {
  return statuses as ListedStatus[];
}

/** Each deleted status with what took over its orders; that is always a status of the version itself. */
function withReplacements(
  differences: StatusDifference[],
  kept: { statuses: unknown; replacedBy: unknown },
): StatusDifference[] {
  const replacedBy = kept.replacedBy as Record<string, string>;
  const names = new Map(statusesOf(kept).map(({ id, description }) => [id, description]));
  return differences.map((one) => {
    const replacement = replacedBy[one.id];
    return replacement ? { ...one, replacement: names.get(replacement) } : one;
  });
}
