import { z } from "zod";
import { provisioningDrivers, simulatedAtMost } from "@/lib/domain/provisioning";
import { trialRange } from "@/lib/domain/trial";
import { valueKinds } from "@/lib/domain/values/value-kind";
import { AmountText, Id, line, PercentText } from "./fields";

const upTo = (most: number) => {
  const message = `Enter a whole number from 0 to ${most}.`;
  return z.number(message).int(message).min(0, message).max(most, message).default(0);
};

const wholeUpTo = (most: number) => {
  const message = `Enter a whole number from 1 to ${most.toLocaleString("en")}, or nothing.`;
  return z.number(message).int(message).min(1, message).max(most, message).nullable().default(null);
};

/** Says how the simulated driver behaves: how long each attempt takes, and how many fail before one succeeds. */
export const DriverSettings = z.object({
  delayMs: upTo(simulatedAtMost.delayMs),
  failures: upTo(simulatedAtMost.failures),
});
export type DriverSettings = z.infer<typeof DriverSettings>;

/** Takes kinds of values by their names. */
export const ValueKinds = z.record(line("a name", 80), z.enum(valueKinds, "Choose a kind from the list."));

export const ProductFields = {
  name: line("a name", 120),
  description: line("a description", 500, 0).default(""),
  price: AmountText,
  cost: AmountText,
  taxRate: PercentText,
  /** Names the values that an item needs before it can be executed. */
  requiredConfiguration: z
    .array(line("a name", 80))
    .max(20, "Name at most 20 values.")
    .refine((names) => new Set(names).size === names.length, "Name each value once.")
    .default([]),
  /** Says of which kind each of these values is, by name. A value without a kind is text. */
  valueKinds: ValueKinds.default({}),
  nonAutomatic: z.boolean().default(false),
  provisioningDriver: z.enum(provisioningDrivers, "Choose who provisions it.").default("simulated"),
  driverSettings: DriverSettings.default({ delayMs: 0, failures: 0 }),
  /** Takes the days and the most units of a free trial. Both are blank without a trial. */
  trialDays: wholeUpTo(trialRange.days),
  trialMaxQuantity: wholeUpTo(trialRange.maxQuantity),
  /** Names the vendor of the http driver; no other driver has one. */
  vendorId: Id.nullable().default(null),
};

export const namesVendor = (product: { provisioningDriver: string; vendorId: string | null }) =>
  (product.provisioningDriver === "http") === (product.vendorId !== null);
export const vendorMessage = { message: "Choose the vendor that provisions it.", path: ["vendorId"] };

type Tried = { trialDays: number | null; trialMaxQuantity: number | null };
export const hasDays = ({ trialDays, trialMaxQuantity }: Tried) =>
  trialDays !== null || trialMaxQuantity === null;
export const daysMessage = {
  message: "Enter how many days a trial lasts, or no units.",
  path: ["trialDays"],
};
export const hasUnits = ({ trialDays, trialMaxQuantity }: Tried) =>
  trialMaxQuantity !== null || trialDays === null;
export const unitsMessage = {
  message: "Enter how many units a trial has at most, or no days.",
  path: ["trialMaxQuantity"],
};
