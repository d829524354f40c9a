import { z } from "zod";
import { OrderCode } from "./orders";

/** These schemas say what scheduled execution takes: docs/domain.md, section 5. */

export const ScheduledOrderInput = z.strictObject({ code: OrderCode });
