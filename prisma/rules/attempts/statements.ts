/** Holds ids of rows that commands have made, for the attempts to work on. */
export interface Rows {
  organizationId: string;
  open: string;
  executed: string;
  invoice: string;
  subOrder: string;
  subOrderItem: string;
  canceledStatus: string;
}

/** Inserts a row like one that is there, with these changes. */
export const copy = (table: string, changes: Record<string, unknown>, where = "true") =>
  `INSERT INTO ${table} SELECT (jsonb_populate_record(t, '${JSON.stringify(changes)}'
    || jsonb_build_object('id', gen_random_uuid()))).* FROM ${table} AS t WHERE ${where} LIMIT 1`;

export const insert = (table: string, cells: Record<string, string>) =>
  `INSERT INTO ${table} (${Object.keys(cells)}) VALUES (${Object.values(cells)})`;

export const set = (table: string, changes: string, where = "true") =>
  `UPDATE ${table} SET ${changes} WHERE ${where}`;
