/** Says who or what disabled a webhook: docs/domain.md, section 10. */
export type WebhookDisabledBy = "user" | "gone" | "failing";

/** Says it in the audit log. */
export const webhookDisabledByLabels: Record<WebhookDisabledBy, string> = {
  user: "an administrator",
  gone: "the receiver, which answered that it is gone",
  failing: "three days of failed deliveries",
};

/** Says for how many hours a replaced secret still signs deliveries. */
export const rotationHours = 24;
