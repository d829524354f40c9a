import { z } from "zod";
import { Id } from "./fields";

/** Says what the worker takes to look after a trial: docs/domain.md, section 5, "Trials". */
export const TrialInput = z.strictObject({ subscriptionId: Id });
