import { cellWord } from "@/lib/domain/order-status/list/cell-word";
import { statusColumnLabels } from "@/lib/domain/order-status/list/cells";
import type { CellDifference, StatusDifference } from "@/lib/domain/order-status/list/versions";
import classes from "./panels.module.css";

const words = { added: "Added", changed: "Changed", deleted: "Deleted" };

/** Lists the differences row by row and cell by cell. */
export function Differences({ differences }: { differences: readonly StatusDifference[] }) {
  return (
    <ul className={classes.differences}>
      {differences.map(({ id, row, what, cells, replacement }) => (
        <li key={id}>
          {words[what]} <b>{row}</b>
          {replacement && <>, whose orders got “{replacement}”</>}
          <ul>
            {cells.map((cell) => (
              <li key={cell.column}>{cellLine(cell)}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** Tells "Color: #111111 → #222222" of a changed row, and what an added or deleted one is or was. */
function cellLine({ column, from, to }: CellDifference): string {
  const values = [from, to].flatMap((value) => (value === undefined ? [] : cellWord(column, value)));
  return `${statusColumnLabels[column]}: ${values.join(" → ")}`;
}

/** Counts the differences: "1 changed, 2 added". */
export function countDifferences(differences: readonly StatusDifference[]): string {
  const counts = (["changed", "added", "deleted"] as const).map((what) => {
    const count = differences.filter((one) => one.what === what).length;
    return count > 0 && `${count} ${what}`;
  });
  return counts.filter(Boolean).join(", ");
}
