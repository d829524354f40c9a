import type { PaymentDriverName } from "@/lib/domain/storefront/payment";
import { readText } from "@/lib/server/outside/read-text";
import { paymentDrivers } from "@/lib/server/storefront/payments/drivers";
import { settlePayment } from "@/lib/server/storefront/payments/settle";

const longestNotice = 16_384;

/** Hears from a payment provider that something has happened to a payment. We ask the provider what it was. */
export async function POST(request: Request, { params }: RouteContext<"/api/payments/[driver]">) {
  const { driver } = await params;
  if (!isDriver(driver)) return new Response(null, { status: 404 });
  const notice = await readText(request.body, longestNotice).catch(() => null);
  if (notice === null) return new Response(null, { status: 413, headers: { connection: "close" } });
  const reference = paymentDrivers[driver].readNotice(notice, request.headers);
  if (reference === null) return new Response(null, { status: 400 });
  await settlePayment(driver, reference, new Date());
  return new Response(null, { status: 204 });
}

function isDriver(name: string): name is PaymentDriverName {
  return Object.hasOwn(paymentDrivers, name);
}
