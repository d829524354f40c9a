import { z } from "zod";
import { OrderCode } from "./orders";

/** What scheduled execution takes: docs/domain.md, section 5. */

export const ScheduledOrderInput = z.strictObject({ code: OrderCode });
