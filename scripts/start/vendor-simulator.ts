// `npm start` runs this beside the embedded demo: the vendors of its products, on this machine.
import { config } from "../../lib/server/kernel/config";
import { simulatorSettings } from "../../lib/server/vendor-simulator/settings";
import { VendorSimulator } from "../../lib/server/vendor-simulator/simulator";

const settings = simulatorSettings(config().dataDir);
if (!settings) process.exit(0);

const simulator = await VendorSimulator.start(settings.secret, settings.port);
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => void simulator.stop().then(() => process.exit(0)));
}
