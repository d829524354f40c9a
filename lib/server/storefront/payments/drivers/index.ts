import "server-only";
import type { PaymentDriver } from "./driver";
import { simulated } from "./simulated";

export const paymentDrivers: Readonly<Record<"simulated", PaymentDriver>> = { simulated };
