import type { Ctx } from "@/lib/server/kernel/ctx";
import { value } from "@/lib/server/testing/factories/basics";
import type { VendorSimulator } from "@/lib/server/vendor-simulator/simulator";
import type { CreateVendorInput } from "@/lib/server/vendors/commands/create-vendor";
import { createVendor } from "@/lib/server/vendors/commands/create-vendor";

type DemoVendor = Omit<CreateVendorInput, "endpoint" | "secret"> & {
  behaviour: Parameters<VendorSimulator["url"]>[0];
};

/**
 * These vendors provision the demo's products, each in its own manner, and the simulator beside the demo plays all of
 * them.
 */
const demoVendors = {
  /** Accepts, and reports back after some seconds. */
  registry: {
    name: "Meridian Registry",
    callbackMinutes: 5,
    behaviour: { delayMs: 400, callbackMs: 6_000 },
  },
  /** Is asked before an order is executed, and has only so many licences at once. */
  licences: {
    name: "Aster Licensing",
    preCheck: true,
    behaviour: { delayMs: 60, stock: 55 },
  },
} satisfies Record<string, DemoVendor>;

export type DemoVendors = Record<keyof typeof demoVendors, string>;

/** Sets the vendors up at the running simulator and returns their ids. */
export async function makeVendors(
  system: Ctx,
  simulator: VendorSimulator,
  secret: string,
): Promise<DemoVendors> {
  const made = await Promise.all(
    Object.entries(demoVendors).map(async ([key, { behaviour, ...vendor }]) => {
      const input = { ...vendor, secret, endpoint: simulator.url(behaviour) };
      return [key, value(await createVendor(system, input)).id] as const;
    }),
  );
  return Object.fromEntries(made) as DemoVendors;
}
