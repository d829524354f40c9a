import { notFound, redirect } from "next/navigation";
import { NotFound, SessionEnded } from "@/lib/server/kernel/errors";
import { returnFromPayment } from "@/lib/server/storefront/payments/commands/return-from-payment";
import { requireCustomer } from "@/lib/server/storefront/session";

/**
 * Is where a provider's page leads back to. We ask the provider about the payment, and believe nothing that the
 * address says.
 */
export async function GET(_: Request, { params }: RouteContext<"/storefront/payments/[id]/return">) {
  const customer = await requireCustomer("storefront:buy", "storefront:pay");
  const answer = await returnFromPayment(customer, { id: (await params).id }).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    if (error instanceof SessionEnded) redirect("/login");
    throw error;
  });
  redirect(answer.ok ? answer.value.path : "/storefront");
}
