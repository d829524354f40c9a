import "server-only";
import { notFound } from "next/navigation";
import type { Result } from "@/lib/domain/result";
import { type RefusalWords, runAction } from "../doors/action";
import { may } from "../kernel/ctx";
import { Forbidden } from "../kernel/errors";
import { currentSession, requireStorefrontSession, type Session } from "../sign-in/session";
import { type CustomerCtx, customerOf, type ResellerCtx, resellerOf } from "./customer";

/** For every page of the Storefront. */
export async function requireCustomer(): Promise<CustomerCtx> {
  return customerOf(await requireStorefrontSession());
}

/** For the reseller's pages; for everybody else there are none. */
export async function requireReseller(): Promise<ResellerCtx> {
  const session = await requireStorefrontSession();
  return may(session.ctx, "storefront:approve") ? resellerOf(session) : notFound();
}

/** The one way from a server action of the Storefront to its command: see `runAction`. */
export async function runCustomerAction<Value, Refusal>(
  command: (customer: CustomerCtx) => Promise<Result<Value, Refusal>>,
  words?: (refusal: Refusal, locale: string) => RefusalWords,
) {
  return runAction(async () => command(customerOf(await signedIn())), words);
}

/** The same for what resellers alone may do. */
export async function runResellerAction<Value, Refusal>(
  command: (reseller: ResellerCtx) => Promise<Result<Value, Refusal>>,
  words?: (refusal: Refusal, locale: string) => RefusalWords,
) {
  return runAction(async () => command(resellerOf(await signedIn())), words);
}

async function signedIn(): Promise<Session> {
  const session = await currentSession();
  if (!session) throw new Forbidden("storefront:use");
  return session;
}
