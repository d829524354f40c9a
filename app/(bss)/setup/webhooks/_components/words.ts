import type { EventKind } from "@/lib/domain/events/event";
import type { DeliveryOrigin, DeliveryState } from "@/lib/domain/webhook";

export const deliveryStateLabels: Record<DeliveryState, string> = {
  waiting: "Waiting",
  delivered: "Delivered",
  failed: "Failed",
};

/** Says why there is a delivery, where that is not simply because something happened. */
export const originLabels: Record<DeliveryOrigin, string | null> = {
  event: null,
  test: "Test",
  resend: "Sent again",
  replay: "Replayed",
};

/** Returns a kind as words: "order.status_changed" is "Order status changed". */
export function eventTitle(kind: EventKind): string {
  const words = kind.replace(/^api_/, "API ").replace(/[._]/g, " ").replace("cancelled", "canceled");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
