"use client";

import { Button, Tooltip } from "@mantine/core";
import { IconCopy, IconPrinter } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { notify } from "@/components/feedback/notify";
import { notifyFailure } from "@/components/form/notify-failure";
import { useAction } from "@/components/form/use-action";
import { LinkButton } from "@/components/layout/link-button";
import { MenuButton } from "@/components/layout/menu-button";
import { offeredOn } from "@/lib/domain/order-status/may-set";
import type { OrderDetail } from "@/lib/server/orders/queries/get-order";
import type { StatusOption } from "@/lib/server/orders/queries/options";
import { setOrderStatusAction } from "../../actions";

const ExecuteDialog = dynamic(
  () => import("../dialogs/execute-dialog").then((module) => module.ExecuteDialog),
  { ssr: false },
);
const PreviewDialog = dynamic(
  () => import("../dialogs/preview-dialog").then((module) => module.PreviewDialog),
  { ssr: false },
);
const ReverseDialog = dynamic(
  () => import("../dialogs/reverse-dialog").then((module) => module.ReverseDialog),
  { ssr: false },
);
const CancelDialog = dynamic(() => import("../dialogs/cancel-dialog").then((module) => module.CancelDialog), {
  ssr: false,
});

interface OrderActionsProps {
  order: OrderDetail;
  statuses: StatusOption[];
}

type Open = { dialog: "execute" | "preview" | "cancel" | "reverse"; statusId?: string } | null;

/** Offers what can be done with the order now; nothing else is there. */
export function OrderActions({ order, statuses }: OrderActionsProps) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [pressed, setOpen] = useState<Open>(null);
  // The gates link here.
  const linked = order.may.execute && params.get("dialog") === "execute";
  const open: Open = pressed ?? (linked ? { dialog: "execute" } : null);
  const { run: setStatus } = useAction(setOrderStatusAction);
  const close = () => {
    setOpen(null);
    if (!params.has("dialog")) return;
    const rest = new URLSearchParams(params);
    rest.delete("dialog");
    router.replace(rest.size > 0 ? `${pathname}?${rest}` : pathname, { scroll: false });
  };

  const choose = async (status: StatusOption) => {
    if (status.type === "automatic_execute") return setOpen({ dialog: "execute", statusId: status.id });
    if (status.type === "cancelled") return setOpen({ dialog: "cancel", statusId: status.id });
    const result = await setStatus({ code: order.code, version: order.version, statusId: status.id });
    if (result.ok) notify(`Order ${order.code} is ${status.description}`);
    else notifyFailure(result);
    router.refresh();
  };
  const offered = offeredOn(statuses, order.status, order.may).filter(
    ({ id, type }) => id !== order.status.id && (order.may.edit || type === "cancelled"),
  );

  return (
    <>
      <LinkButton
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden="true" />}
        iconOnPhone
        href={`/orders/${order.code}/print`}
      >
        Print
      </LinkButton>
      {order.may.create && (
        <LinkButton
          variant="default"
          leftSection={<IconCopy size={16} aria-hidden="true" />}
          iconOnPhone
          href={`/orders/new?copy=${order.code}`}
        >
          Copy
        </LinkButton>
      )}
      {offered.length > 0 && (
        <MenuButton
          label="Change status"
          align="end"
          items={offered.map((status) => ({
            label: status.description,
            danger: status.type === "cancelled",
            run: () => choose(status),
          }))}
        />
      )}
      {order.may.cancel && (
        <Button variant="default" onClick={() => setOpen({ dialog: "cancel" })}>
          Cancel order
        </Button>
      )}
      {order.may.reverse && (
        <Button variant="default" onClick={() => setOpen({ dialog: "reverse" })}>
          Reverse execution
        </Button>
      )}
      {order.editRefusal && (
        <Tooltip
          label={order.editRefusal}
          multiline
          w={280}
          events={{ hover: true, focus: true, touch: true }}
        >
          <Button variant="default" data-disabled aria-disabled aria-description={order.editRefusal}>
            Edit
          </Button>
        </Tooltip>
      )}
      {order.may.edit && (
        <LinkButton variant="default" href={`/orders/${order.code}/edit`} role="button">
          Edit
        </LinkButton>
      )}
      {order.may.execute && (
        <>
          <Button variant="default" onClick={() => setOpen({ dialog: "preview" })}>
            Preview execution
          </Button>
          <Button onClick={() => setOpen({ dialog: "execute" })}>Execute Order</Button>
        </>
      )}
      {open?.dialog === "preview" && <PreviewDialog order={order} onClose={close} />}
      {open?.dialog === "execute" && <ExecuteDialog order={order} statusId={open.statusId} onClose={close} />}
      {open?.dialog === "reverse" && <ReverseDialog order={order} statuses={statuses} onClose={close} />}
      {open?.dialog === "cancel" && (
        <CancelDialog order={order} statuses={statuses} statusId={open.statusId} onClose={close} />
      )}
    </>
  );
}
