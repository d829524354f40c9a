import "server-only";
import { z } from "zod";
import { billingPeriods } from "@/lib/domain/product";

/** Refers to an account, by what people and by what programs call it. */
export const AccountReference = z
  .object({ id: z.uuid(), code: z.string(), name: z.string() })
  .meta({ id: "AccountReference" });

/** Refers to an account by its code, which leads to it as the id does. */
export const AccountCode = z.object({ code: z.string(), name: z.string() }).meta({ id: "AccountCode" });

export const BillingPeriodName = z.enum(billingPeriods);
export const Time = z.iso.datetime().describe("This is a time in UTC.");
export const ExternalId = z
  .string()
  .nullable()
  .describe("This is the id in the system that it was imported from.");
export const IsoDay = z.iso.date();
