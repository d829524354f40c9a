import { oneLine } from "../values/one-line";
import { type WebhookDisabledBy, webhookDisabledReasons } from "../webhook";

/** Holds all that a notice of a disabled webhook tells. `url` leads to the webhook's page. */
export type WebhookDisabledFacts = {
  webhook: string;
  disabledBy: WebhookDisabledBy;
  organization: string;
  url: string;
};

/** Tells an administrator that a webhook was disabled, in English as BSS is: docs/domain.md, section 10, "Webhooks". */
export function webhookDisabledNotice(
  recipient: string,
  { webhook, disabledBy, organization, url }: WebhookDisabledFacts,
): { subject: string; text: string } {
  const text = [
    `Dear ${recipient},`,
    `We disabled the webhook ${webhook}. ${webhookDisabledReasons[disabledBy]} Its program receives no events until you enable the webhook again.`,
    "Repair the program first. When you enable the webhook, it receives what happened meanwhile.",
    `Open the webhook: ${url}`,
    `Kind regards\n${organization}`,
  ].join("\n\n");
  return { subject: oneLine(`The webhook ${webhook} is disabled`, 200), text };
}
