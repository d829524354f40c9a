import { alikeColors, type Viewer, viewers } from "../color-likeness";
import { type Combination, sameCombination, storefrontTypes } from "../combination";
import type { ListedStatus } from "../list/list";
import { systemCombinations } from "../system-statuses";

/**
 * Says how well a list serves, the worst first, with statuses by their descriptions: docs/domain.md, section 1, rule
 * 14.
 */
export type ListHealth = {
  /** Holds the eight mandatory combinations, each with its statuses in the order in which they win. */
  combinations: { combination: Combination; mandatory: string | undefined; order: string[] }[];
  /** Holds other combinations with several active statuses, in the order in which they win. */
  shared: { combination: Combination; order: string[] }[];
  /** Names statuses that no order has now, even if one had it once. */
  unused: string[];
  /** Names active statuses whose colors are hard to tell apart, and for which viewers. */
  alike: { statuses: string[]; viewers: readonly Viewer[]; same: boolean }[];
};

export function healthOf(list: readonly (ListedStatus & { orders: number })[]): ListHealth {
  const active = list.filter((status) => status.active).sort((a, b) => a.no - b.no);
  const orderOf = (combination: Combination) =>
    active.filter((status) => sameCombination(status, combination)).map(({ description }) => description);

  const mandatory = Object.values(systemCombinations);
  const combinations = mandatory
    .map((combination) => ({
      combination,
      mandatory: active.find((status) => status.mandatory && sameCombination(status, combination))
        ?.description,
      order: orderOf(combination),
    }))
    .sort((a, b) => severity(b) - severity(a));
  const others = [...new Set(active.map(({ type }) => type))]
    .flatMap((type) => storefrontTypes.map((storefrontType): Combination => ({ type, storefrontType })))
    .filter((combination) => !mandatory.some((one) => sameCombination(one, combination)));
  return {
    combinations,
    shared: others
      .map((combination) => ({ combination, order: orderOf(combination) }))
      .filter(({ order }) => order.length > 1),
    unused: list.filter(({ orders }) => orders === 0).map(({ description }) => description),
    alike: alikeStatuses(active),
  };
}

/** A combination without its status stops orders, and one with several can surprise people. */
function severity({ mandatory, order }: ListHealth["combinations"][number]): number {
  if (mandatory === undefined) return 2;
  return order.length > 1 ? 1 : 0;
}

function alikeStatuses(active: readonly ListedStatus[]): ListHealth["alike"] {
  const colors = [...new Set(active.map(({ color }) => color))];
  const named = (color: string) =>
    active.filter((status) => status.color === color).map(({ description }) => description);
  const same = colors
    .map(named)
    .filter((statuses) => statuses.length > 1)
    .map((statuses) => ({ statuses, viewers, same: true }));
  const near = alikeColors(colors).map(({ a, b, viewers }) => ({
    statuses: [...named(a), ...named(b)],
    viewers,
    same: false,
  }));
  // Problems for everyone come before those for few.
  return [...same, ...near].sort((a, b) => b.viewers.length - a.viewers.length);
}
