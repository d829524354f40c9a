import "server-only";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { CreateProductInput } from "@/lib/server/products/commands/create-product";
import type { CreateVendorInput } from "@/lib/server/vendors/commands/create-vendor";
import { systemCtx } from "../../kernel/ctx";
import { signatureHeader, timestampHeader } from "../../outside/signature";
import { receiveCallback } from "../../provisioning/commands/receive-callback";
import { createVendor } from "../../vendors/commands/create-vendor";
import { makeProduct, type TestOrganization, value } from "./basics";

export const testSecret = "a-secret-between-test-and-simulator";

/**
 * Returns the timeout in seconds: a short one if no answer comes, and the longest one otherwise, for slow machines.
 */
export const patienceWith = (behaviour: { hangs?: unknown; mute?: unknown } = {}): number =>
  behaviour.hangs || behaviour.mute ? 1 : 60;

/** Creates a vendor at that address, and a product that it provisions. */
export async function makeVendorProduct(
  organization: TestOrganization,
  vendor: Partial<CreateVendorInput> & { endpoint: string },
  product: Partial<CreateProductInput> = {},
) {
  const name = vendor.name ?? `Vendor ${crypto.randomUUID().slice(0, 8)}`;
  const input = { timeoutSeconds: patienceWith(), secret: testSecret, ...vendor, name };
  const { id: vendorId } = value(await createVendor(organization.as.administrator, input));
  const made = await makeProduct(organization, { ...product, provisioningDriver: "http", vendorId });
  return { ...made, vendorId, vendorName: name };
}

/** Starts a server for the simulator's callbacks while no web server runs. It handles them as the route does. */
export async function startCallbackServer() {
  const atWork = new Set<Promise<void>>();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    const { [timestampHeader]: timestamp, [signatureHeader]: signature } = request.headers;
    const message = { body, timestamp: String(timestamp), signature: String(signature) };
    const organizationId = request.url?.split("/").at(-1) ?? "";
    const result = await receiveCallback(systemCtx(organizationId, new Date()), message);
    response.writeHead(result.ok ? 200 : 401).end();
  };
  const server = createServer((request, response) => {
    const answered = answer(request, response);
    atWork.add(answered);
    answered.finally(() => atWork.delete(answered));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Finishes recording the callbacks before it stops. */
    stop: async () => {
      const closed = once(server, "close");
      server.close();
      await Promise.all(atWork);
      server.closeAllConnections();
      await closed;
    },
  };
}
