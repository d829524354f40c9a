import "server-only";
import { notFound } from "next/navigation";
import { may } from "../kernel/ctx";
import { requireStorefrontSession } from "../sign-in/session";
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
