import { StatusBadge } from "@/components/status/status-badge";
import { type MessageState, messageStateLabels } from "@/lib/domain/messages/message";

const colors: Record<MessageState, string> = {
  waiting: "#868e96",
  sending: "#1c7ed6",
  sent: "#2f9e44",
  failed: "#e03131",
  no_address: "#f08c00",
};

/** Shows how far a message is on its way. */
export function MessageBadge({ state, name }: { state: MessageState; name?: string }) {
  return (
    <StatusBadge
      label={messageStateLabels[state]}
      color={colors[state]}
      {...(name && { role: "status" as const, name })}
    />
  );
}
