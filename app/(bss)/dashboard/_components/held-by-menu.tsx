"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { MenuButton } from "@/components/layout/menu-button";
import { heldByLabel } from "@/lib/domain/order/holds/gate-words";
import { type HeldFilter, heldFilters } from "@/lib/schemas/unexecuted";

/** Names what orders can be narrowed to: each gate, and no gate. */
export function heldLabel(held: HeldFilter): string {
  return held === "nothing" ? "Held by nothing" : heldByLabel(held);
}

interface HeldByMenuProps {
  held?: HeldFilter | undefined;
  grouped?: boolean;
}

/** Chooses a gate, or sorts by all of them. The choice is in the address. */
export function HeldByMenu({ held, grouped = false }: HeldByMenuProps) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const go = (name?: "held" | "group", value = "") => {
    const next = new URLSearchParams(params);
    next.delete("held");
    next.delete("group");
    if (name) next.set(name, value);
    router.push(next.size > 0 ? `${pathname}?${next}` : pathname, { scroll: false });
  };
  return (
    <MenuButton
      label={held ? heldLabel(held) : grouped ? "By gate" : "Held by"}
      items={[
        { label: "All unexecuted orders", checked: !held && !grouped, run: () => go() },
        ...heldFilters.map((filter) => ({
          label: heldLabel(filter),
          checked: held === filter,
          run: () => go("held", filter),
        })),
        { label: "Group by gate", checked: grouped, run: () => go("group", "held") },
      ]}
    />
  );
}
