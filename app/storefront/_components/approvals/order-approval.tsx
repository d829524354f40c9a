"use client";

import { Switch } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useOptimistic, useTransition } from "react";
import { notifyFailure } from "@/components/form/notify-failure";
import { useAction } from "@/components/form/use-action";
import type { ResellerCustomer } from "@/lib/server/storefront/approvals/queries/list-customers";
import { setOrderApprovalAction } from "../../approvals/actions";

/** Chooses whether a customer's orders wait for the reseller. */
export function OrderApproval({ customer }: { customer: ResellerCustomer }) {
  const router = useRouter();
  const saving = useAction(setOrderApprovalAction);
  const [, startTransition] = useTransition();
  const [on, setOn] = useOptimistic(customer.orderApproval);

  const set = (orderApproval: boolean) =>
    startTransition(async () => {
      setOn(orderApproval);
      const result = await saving.run({ accountId: customer.id, orderApproval });
      if (!result.ok) notifyFailure(result);
      router.refresh();
    });

  return (
    <Switch
      size="md"
      aria-label={`Order approval of ${customer.name}`}
      checked={on}
      onChange={(event) => set(event.currentTarget.checked)}
    />
  );
}
