"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type KeyboardEvent, type ReactNode, useOptimistic, useRef, useTransition } from "react";
import classes from "./order-tabs.module.css";
import { type OrderTab, orderTabs } from "./tabs";

interface OrderTabsProps {
  tab: OrderTab;
  tabs: readonly OrderTab[];
  items: number;
  subOrders: number;
  /** Is the panel of the chosen tab; the server renders no other. */
  children: ReactNode;
}

/**
 * Shows tabs that follow the WAI-ARIA pattern: arrows, Home and End move and choose. The choice is in the address.
 */
export function OrderTabs({ tab, tabs, items, subOrders, children }: OrderTabsProps) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [pending, startTransition] = useTransition();
  const [shown, setShown] = useOptimistic(tab);
  const list = useRef<HTMLDivElement>(null);
  const counts: Partial<Record<OrderTab, number>> = { products: items, "sub-orders": subOrders };

  const choose = (next: OrderTab) => {
    if (next === shown) return;
    const address = new URLSearchParams(params);
    if (next === "products") address.delete("tab");
    else address.set("tab", next);
    startTransition(() => {
      setShown(next);
      router.replace(address.size > 0 ? `${pathname}?${address}` : pathname, { scroll: false });
    });
  };
  const move = (event: KeyboardEvent) => {
    const at = tabs.indexOf(shown);
    const next = {
      ArrowRight: tabs[(at + 1) % tabs.length],
      ArrowLeft: tabs.at(at - 1),
      Home: tabs[0],
      End: tabs.at(-1),
    }[event.key];
    if (!next) return;
    event.preventDefault();
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
    choose(next);
  };

  return (
    <>
      <div
        ref={list}
        role="tablist"
        aria-label="Parts of the order"
        className={classes.tabs}
        onKeyDown={move}
      >
        {tabs.map((name) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={name === shown}
            aria-controls={name === shown ? "tab-panel" : undefined}
            tabIndex={name === shown ? 0 : -1}
            className={classes.tab}
            onClick={() => choose(name)}
          >
            {orderTabs[name]}
            {(counts[name] ?? 0) > 1 && (
              <span className={classes.count} aria-hidden="true">
                {counts[name]}
              </span>
            )}
          </button>
        ))}
      </div>
      <div
        id="tab-panel"
        role="tabpanel"
        aria-labelledby={`tab-${shown}`}
        aria-busy={pending}
        className={classes.panel}
      >
        {children}
      </div>
    </>
  );
}
