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
  /** Holds an RFC 3339 time in UTC. */
  at: string;
  actorName: string;
  /** Lists the differences from the version before. Is null for the first version that was kept. */
  differences: StatusDifference[] | null;
};

/** Holds versions, newest first. `next` is the `before` of the following page. */
export type StatusVersions = { versions: StatusVersion[]; next: number | null };

/** Lists who saved the list, when, and which cells differ. See docs/domain.md, section 1, rule 13. */
export const listStatusVersions = query({
  name: "status-version.list",
  caller: staff("order-status:save"),
  input: ListStatusVersionsInput,
  async run({ ctx }, { before, limit }): Promise<StatusVersions> {
    const rows = await read(ctx).orderStatusVersion.findMany({
      where: before ? { version: { lt: before } } : {},
      orderBy: { version: "desc" },
      // The extra version shows what the last one changed, and whether another page follows.
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

/** Returns the whole list as a save left it. @throws NotFound */
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

/** Reads the statuses that `order_status_snapshot` wrote. */
function statusesOf({ statuses }: { statuses: unknown }): ListedStatus[] {
  return statuses as ListedStatus[];
}

/** Adds to each deleted status the replacement of its orders, which is always a status of the version itself. */
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
