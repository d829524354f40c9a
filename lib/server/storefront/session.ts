import "server-only";
import { forbidden, notFound } from "next/navigation";
import { cache } from "react";
import { may } from "../kernel/ctx";
import { requireStorefrontSession } from "../sign-in/session/session";
import {
  type CustomerCtx,
  customerOf,
  type ResellerCtx,
  resellerOf,
  type StorefrontPermission,
} from "./customer";

/**
 * Returns the customer who requests a page of the Storefront, loaded once within a request. Somebody without the permission
 * gets the page that says so (403).
 */
export const requireCustomer = cache(
  async (...permissions: [StorefrontPermission, ...StorefrontPermission[]]): Promise<CustomerCtx> => {
    const session = await requireStorefrontSession();
    if (!permissions.some((permission) => may(session.ctx, permission))) forbidden();
    return customerOf(session);
  },
);

/** Returns the reseller who requests a page. Everyone else gets a page that does not exist. */
export const requireReseller = cache(async (): Promise<ResellerCtx> => {
  const session = await requireStorefrontSession();
  return may(session.ctx, "storefront:approve") ? resellerOf(session) : notFound();
});
