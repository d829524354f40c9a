import { DateText } from "@/components/format/date";
import type { OwnMessage } from "@/lib/server/storefront/orders/queries/list-own-messages";
import classes from "./order-messages.module.css";

/** Shows the emails that the customer got about the order. */
export function OrderMessages({ messages }: { messages: readonly OwnMessage[] }) {
  if (messages.length === 0) return null;
  return (
    <section aria-labelledby="messages" className={classes.messages}>
      <h2 id="messages">Messages</h2>
      {messages.map(({ id, subject, text, at }) => (
        <details key={id}>
          <summary>
            <span>{subject}</span>
            <span className={classes.when}>
              <DateText value={at} withTime />
            </span>
          </summary>
          <p className={classes.text}>{text}</p>
        </details>
      ))}
    </section>
  );
}
