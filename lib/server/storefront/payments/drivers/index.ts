import "server-only";
import type { PaymentDriverName } from "@/lib/domain/storefront/payment";
import type { PaymentDriver } from "./driver";
import { simulated } from "./simulated";

export const paymentDrivers: Record<PaymentDriverName, PaymentDriver> = { simulated };
