import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { may } from "../kernel/ctx";
import { requireStorefrontSession } from "../sign-in/session";
import { type CustomerCtx, customerOf, type ResellerCtx, resellerOf } from "./customer";

/** Returns the customer who requests a page of the Storefront, loaded once within a request. */
export const requireCustomer = cache(
  async (): Promise<CustomerCtx> => customerOf(await requireStorefrontSession()),
);

/** Returns the reseller who requests a page. Everyone else gets a page that does not exist. */
export const requireReseller = cache(async (): Promise<ResellerCtx> => {
  const session = await requireStorefrontSession();
  return may(session.ctx, "storefront:approve") ? resellerOf(session) : notFound();
});
