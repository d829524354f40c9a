import { z } from "zod";
import { listParameters, sortParameter } from "./fields";
import { Day } from "./orders";
import { heldFilters } from "./unexecuted";

/** Takes one value or many, as an address has them, and leaves out what is no status. */
const Statuses = z
  .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.unknown()))
  .transform((values) => [
    ...new Set(values.filter((value): value is string => z.uuid().safeParse(value).success)),
  ])
  .pipe(z.array(z.string()).max(100))
  .catch([]);

const sortedBy = ["number", "date", "total", "status"] as const;
const sortedByPrograms = [...sortedBy, "updated"] as const;
/** Lists what programs sort orders by, downwards with a minus before it. */
export const orderSorts = sortedByPrograms.flatMap((column) => [column, `-${column}` as const]);

/** Says what the order list takes from its address. A value that nobody can read filters nothing. */
export const ListOrdersInput = z.object({
  ...listParameters,
  sort: sortParameter(sortedBy, "-date"),
  status: Statuses,
  account: z.uuid().optional().catch(undefined),
  source: z.enum(["bss", "storefront"]).optional().catch(undefined),
  unexecuted: z.literal("true").optional().catch(undefined),
  /** Holds the first calendar day of the order date, in the reader's time zone. `to` is the last. */
  from: Day.optional().catch(undefined),
  to: Day.optional().catch(undefined),
});
export type ListOrdersInput = z.output<typeof ListOrdersInput>;

/** Says what a program can look for beside that. */
export const FindOrdersInput = ListOrdersInput.extend({
  sort: sortParameter(sortedByPrograms, "-date"),
  heldBy: z.enum(heldFilters).optional(),
  updatedSince: z.iso.datetime({ offset: true }).optional(),
});
export type FindOrdersInput = z.output<typeof FindOrdersInput>;
