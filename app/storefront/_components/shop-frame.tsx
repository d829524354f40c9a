"use client";

import { IconBasket, IconBuildingStore, IconChecks, IconReceipt, IconRepeat } from "@tabler/icons-react";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { useCurrentUser, useMay } from "@/components/current-user";
import { Link } from "@/components/link";
import { LiveLost } from "@/components/live-lost";
import { UserButton } from "../../_components/user-button";
import classes from "./shop-frame.module.css";

const places = [
  { href: "/storefront", label: "Catalogue", icon: IconBuildingStore, area: "/storefront/products" },
  {
    href: "/storefront/subscriptions",
    label: "Subscriptions",
    icon: IconRepeat,
    area: "/storefront/subscriptions",
  },
  { href: "/storefront/billing/orders", label: "Billing", icon: IconReceipt, area: "/storefront/billing" },
];

const approvals = {
  href: "/storefront/approvals",
  label: "Approvals",
  icon: IconChecks,
  area: "/storefront/approvals",
};

interface ShopFrameProps {
  /** Products in the basket. */
  inBasket: number;
  children: ReactNode;
}

/** The shop's own frame: its name, where one can go, and the basket. On a phone the places are at the foot. */
export function ShopFrame({ inBasket, children }: ShopFrameProps) {
  const { organization } = useCurrentUser();
  const mayApprove = useMay("storefront:approve");
  const path = usePathname();
  return (
    <div data-frame="storefront" className={classes.frame}>
      <a href="#main" className={classes.skip}>
        Skip to content
      </a>
      <header className={classes.top}>
        <div className={classes.line}>
          <Link href="/storefront" className={classes.name}>
            {organization}
          </Link>
          <nav aria-label="Shop" className={classes.places}>
            {[...places, ...(mayApprove ? [approvals] : [])].map(({ href, label, icon: Icon, area }) => (
              <Link
                key={href}
                href={href}
                className={classes.place}
                aria-current={path === href || path.startsWith(area) ? "page" : undefined}
              >
                <Icon size={20} stroke={1.75} aria-hidden="true" />
                {label}
              </Link>
            ))}
          </nav>
          <LiveLost />
          <Link
            href="/storefront/basket"
            className={classes.basket}
            aria-label={`Basket, ${inBasket === 1 ? "1 product" : `${inBasket} products`}`}
            aria-current={path === "/storefront/basket" ? "page" : undefined}
          >
            <IconBasket size={22} stroke={1.75} aria-hidden="true" />
            <span className={classes.word}>Basket</span>
            {inBasket > 0 && <span className={classes.count}>{inBasket}</span>}
          </Link>
          <UserButton />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={classes.main}>
        {children}
      </main>
    </div>
  );
}
