import type { BillingPeriod, ProductType } from "@/lib/domain/product";
import type { ProvisioningDriver } from "@/lib/domain/provisioning";
import type { ValueKinds } from "@/lib/domain/values/value-kind";
import type { ProductDetail } from "@/lib/server/products/queries/products";

export type ProductValues = ReturnType<typeof productValues>;

/** Returns what the form shows of a product, or what a new one begins with. */
export function productValues(product: ProductDetail | null) {
  return {
    code: product?.code ?? "",
    name: product?.name ?? "",
    description: product?.description ?? "",
    type: product?.type ?? ("subscription" as ProductType),
    billingPeriod: product?.billingPeriod ?? ("month" as BillingPeriod),
    price: product?.price ?? "",
    cost: product?.cost ?? "",
    taxRate: product?.taxRate ?? "",
    requiredConfiguration: product?.requiredConfiguration ?? [],
    valueKinds: product?.valueKinds ?? ({} as ValueKinds),
    trialDays: String(product?.trialDays ?? ""),
    trialMaxQuantity: String(product?.trialMaxQuantity ?? ""),
    nonAutomatic: product?.nonAutomatic ?? false,
    provisioningDriver: product?.provisioningDriver ?? ("manual" as ProvisioningDriver),
    driverSettings: {
      delayMs: String(product?.driverSettings.delayMs ?? 0),
      failures: String(product?.driverSettings.failures ?? 0),
    },
    vendorId: product?.vendor?.id ?? null,
    active: product?.active ?? true,
  };
}

/** Returns the names of values among lines as they are typed, each once. */
export function namesIn(lines: readonly string[]): string[] {
  return [...new Set(lines.map((line) => line.trim()).filter(Boolean))];
}
