import "server-only";
import type { ProvisioningDriver } from "@/lib/domain/provisioning";
import type { Driver } from "./driver";
import { http } from "./http";
import { simulated } from "./simulated";

/** Holds the drivers that work by themselves. A manual task waits for a person, so it has none. */
export const drivers: Record<Exclude<ProvisioningDriver, "manual">, Driver> = { simulated, http };
