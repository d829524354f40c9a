import "server-only";
import { expect } from "vitest";
import { systemCtx } from "../kernel/ctx";
import { read, unscoped } from "../kernel/db";
import { createWebhook } from "../webhooks/commands/create-webhook";
import { deleteWebhook } from "../webhooks/commands/delete-webhook";
import { deliverWebhook } from "../webhooks/commands/deliver-webhook";
import { makeDeliveries } from "../webhooks/commands/make-deliveries";
import { type TestOrganization, value } from "./factories/basics";
import { WebhookReceiver } from "./processes/webhook-receiver";

/** Holds a webhook with its receiver, and does what the worker would do until a time that the test lets pass. */
export class WebhookAtWork {
  now = new Date();
  timeoutSeconds = 20;
  id = "";

  private constructor(
    private readonly here: TestOrganization,
    readonly receiver: WebhookReceiver,
  ) {}

  static async begin(here: TestOrganization, types: readonly string[]): Promise<WebhookAtWork> {
    const receiver = new WebhookReceiver();
    await receiver.start();
    const self = new WebhookAtWork(here, receiver);
    const name = `Receiver ${crypto.randomUUID()}`;
    const made = value(await createWebhook(here.as.administrator, { name, url: receiver.url, types }));
    receiver.secrets.push(made.secret ?? "");
    self.id = made.id;
    return self;
  }

  deliveries() {
    const where = { webhookId: this.id };
    return read(this.here.as.administrator).webhookDelivery.findMany({ where, orderBy: { sequence: "asc" } });
  }

  async make(): Promise<void> {
    const ctx = systemCtx(this.here.organizationId, this.now);
    while (value(await makeDeliveries(ctx, { webhookId: this.id })) === "made");
  }

  /** Makes deliveries, and delivers what is due. */
  async work(): Promise<void> {
    const at = () => systemCtx(this.here.organizationId, this.now);
    for (;;) {
      await this.make();
      const due = (await this.deliveries()).filter(
        ({ nextAttemptAt }) => nextAttemptAt && nextAttemptAt <= this.now,
      );
      const done = await Promise.all(
        due.map((one) =>
          deliverWebhook(
            at(),
            { id: one.id },
            { clock: () => this.now, timeoutSeconds: this.timeoutSeconds },
          ),
        ),
      );
      if (done.every((one) => value(one) === "left")) return;
    }
  }

  /** Works until so many deliveries are made, since a transaction anywhere in the cluster can hold the feed back. */
  async workUntil(made: number): Promise<void> {
    await expect
      .poll(
        async () => {
          await this.work();
          return (await this.deliveries()).length;
        },
        { timeout: 600_000 },
      )
      .toBeGreaterThanOrEqual(made);
  }

  pass(ms: number): void {
    this.now = new Date(this.now.getTime() + ms);
  }

  async end(): Promise<void> {
    const { version } = await read(this.here.as.administrator).webhook.findFirstOrThrow({
      where: { id: this.id },
    });
    value(await deleteWebhook(this.here.as.administrator, { id: this.id, version }));
    await unscoped().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    await this.receiver.stop();
  }
}
