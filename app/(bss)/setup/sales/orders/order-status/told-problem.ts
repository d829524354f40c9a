import type { GridProblem } from "@/components/editable-grid";
import { faultWords } from "@/lib/domain/order-status/list/fault-words";
import type { StatusProblem } from "@/lib/domain/order-status/list/list";

/** Tells a problem of the list as the grid shows it. */
export function toldProblem({ fault, ...where }: StatusProblem): GridProblem {
  return { ...where, message: faultWords(fault) };
}
