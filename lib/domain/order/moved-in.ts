import { isFinal, type OrderStatusType } from "../order-status/combination";
import type { FieldRefusal } from "../refusing/field-refusal";
import { dayProblem, orderDays, pastDays } from "../values/bounds";

type Dates = {
  type: OrderStatusType;
  /** Is the day of the order date, or null if it is not said. */
  ordered: string | null;
  /** Is the day on which the order was executed or canceled, or null if it is not said. */
  ended: string | null;
};

/** Returns what is wrong with the dates of an order that moves in: docs/domain.md, section 11, "Orders of the past". */
export function movedInProblems({ type, ordered, ended }: Dates, today: string): FieldRefusal[] {
  const past = pastDays(today);
  const ofOrder = ordered && dayProblem("order", ordered, isFinal(type) ? past : orderDays(today));
  const problems: FieldRefusal[] = ofOrder ? [{ ...ofOrder, path: "orderDate" }] : [];
  if (!isFinal(type)) return ended ? [...problems, { reason: "still_open", path: "endedAt" }] : problems;
  if (!ended) return [...problems, { reason: "value_missing", path: "endedAt" }];
  const ofEnd = dayProblem("end", ended, { ...past, first: ordered ?? past.first });
  return ofEnd ? [...problems, { ...ofEnd, path: "endedAt" }] : problems;
}
