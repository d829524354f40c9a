import type { CreateVendorInput } from "@/lib/schemas/vendors";
import type { Ctx } from "@/lib/server/kernel/ctx";
import { value } from "@/lib/server/testing/factories";
import type { VendorSimulator } from "@/lib/server/vendor-simulator/simulator";
import { createVendor } from "@/lib/server/vendors/create";

type DemoVendor = Omit<CreateVendorInput, "endpoint" | "secret"> & {
  behaviour: Parameters<VendorSimulator["url"]>[0];
};

/** Who provisions what, each with a manner of its own; all of them are the simulator beside the demo. */
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

/** Sets them up at the running simulator; answers their ids. */
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
