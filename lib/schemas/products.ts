import { z } from "zod";
import { billingPeriods, periodFits, productTypes } from "@/lib/domain/product";
import { AmountText, line, listParameters, PercentText } from "./fields";

/** How the simulated driver behaves: how long each attempt takes, and how many fail before one succeeds. */
export const DriverSettings = z.object({
  delayMs: z.number().int().min(0).max(600_000).default(0),
  failures: z.number().int().min(0).max(100).default(0),
});
export type DriverSettings = z.infer<typeof DriverSettings>;

export const CreateProductInput = z
  .strictObject({
    code: z
      .string("Enter a code.")
      .trim()
      .regex(
        /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/,
        "Use 1 to 40 letters, digits, dots, dashes and underscores.",
      ),
    name: line("a name", 120),
    description: line("a description", 500, 0).default(""),
    type: z.enum(productTypes, "Choose a type from the list."),
    billingPeriod: z.enum(billingPeriods, "Choose a billing period from the list."),
    price: AmountText,
    cost: AmountText,
    taxRate: PercentText,
    /** Names of the values that an item needs before it can be executed. */
    requiredConfiguration: z.array(line("a name", 80)).max(20).default([]),
    nonAutomatic: z.boolean().default(false),
    provisioningDriver: z.enum(["manual", "simulated"]).default("simulated"),
    driverSettings: DriverSettings.default({ delayMs: 0, failures: 0 }),
  })
  .refine((product) => periodFits(product.type, product.billingPeriod), {
    message: "A subscription is billed per month or per year; everything else once.",
    path: ["billingPeriod"],
  })
  .refine((product) => new Set(product.requiredConfiguration).size === product.requiredConfiguration.length, {
    message: "Name each value once.",
    path: ["requiredConfiguration"],
  });
export type CreateProductInput = z.input<typeof CreateProductInput>;

export const ListProductsInput = z.object({
  ...listParameters,
  type: z.enum(productTypes).optional().catch(undefined),
  active: z.enum(["true", "false"]).optional().catch(undefined),
});
export type ListProductsInput = z.input<typeof ListProductsInput>;
