import type { StatusProblem } from "./list";
import { type Lookalikes, lookKeys, nameKey } from "./names";
import type { DraftRow, PartialStatus } from "./row-rules";

/**
 * Checks rule 4 (one No. among the active statuses of a combination) and rule 5 (one description), and reports problems
 * where the edit was made.
 */
export function checkTogether(
  list: readonly PartialStatus[],
  edited: ReadonlyMap<string, DraftRow>,
  problems: StatusProblem[],
  lookalikes: Lookalikes,
): void {
  const byName = new Map<string, PartialStatus[]>();
  const byNo = new Map<string, PartialStatus[]>();
  for (const row of list) {
    for (const key of lookKeys(row.description ?? "", lookalikes)) group(byName, key, row);
    if (row.active && row.no !== undefined && row.type && row.storefrontType) {
      group(byNo, `${row.no} ${row.type} ${row.storefrontType}`, row);
    }
  }

  for (const { name, after: row } of edited.values()) {
    const { description = "" } = row;
    const alike =
      description && lookKeys(description, lookalikes).flatMap((key) => other(byName.get(key), row) ?? [])[0];
    if (alike) {
      const { description: taken = "" } = alike;
      const same = nameKey(taken) === nameKey(description);
      const fault = {
        is: same ? ("description_taken" as const) : ("description_looks_alike" as const),
        description: taken,
      };
      problems.push({ rowId: row.id, row: name, column: "description", fault });
    }
    const { active, no, type, storefrontType } = row;
    if (!active || no === undefined || !type || !storefrontType) continue;
    const sameNo = other(byNo.get(`${no} ${type} ${storefrontType}`), row);
    if (sameNo) {
      const taken = { description: sameNo.description ?? null, no, type, storefrontType };
      problems.push({ rowId: row.id, row: name, column: "no", fault: { is: "no_taken", ...taken } });
    }
  }
}

function group<Key, Row>(groups: Map<Key, Row[]>, key: Key, row: Row): void {
  const rows = groups.get(key);
  if (rows) rows.push(row);
  else groups.set(key, [row]);
}

function other(rows: readonly PartialStatus[] | undefined, row: PartialStatus): PartialStatus | undefined {
  return rows?.find(({ id }) => id !== row.id);
}
