import { z } from "zod";
import { listParameters, sortParameter } from "./fields";
import { Day } from "./orders";

/** One value or many, as an address has them; what is no status of ours is left out. */
const Statuses = z
  .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.unknown()))
  .transform((values) => [
    ...new Set(values.filter((value): value is string => z.uuid().safeParse(value).success)),
  ])
  .pipe(z.array(z.string()).max(100))
  .catch([]);

/** What the order list takes from its address; a value that cannot be read filters nothing. */
export const ListOrdersInput = z.object({
  ...listParameters,
  sort: sortParameter(["number", "date", "total"], "-date"),
  status: Statuses,
  account: z.uuid().optional().catch(undefined),
  source: z.enum(["bss", "storefront"]).optional().catch(undefined),
  unexecuted: z.literal("true").optional().catch(undefined),
  /** First and last calendar day of the order date, in the reader's time zone. */
  from: Day.optional().catch(undefined),
  to: Day.optional().catch(undefined),
});
export type ListOrdersInput = z.output<typeof ListOrdersInput>;
