import "server-only";
import type { z } from "zod";
import type { Refusal } from "@/lib/domain/refusals/refusal";
import type { Result } from "@/lib/domain/values/result";
import type { Ctx } from "../../kernel/ctx";
import type { Caller } from "../../kernel/definition/caller";
import type { Deprecation } from "./version";

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/** Groups the calls, and says what each group is about. */
export const tags = {
  Orders: "Customers order products. You create, deliver, execute, cancel and reverse their orders here.",
  "Bulk runs":
    "One command is carried out for many orders in the background. You start it and follow its results here.",
  "Order statuses": "Every order has a status. You read and replace the list of statuses here.",
  Accounts: "Accounts buy and pay. You manage them, see their credit and record their payments here.",
  Products: "The organization sells products. You manage them here.",
  Subscriptions:
    "Executed orders create subscriptions and assets. You see how far their provisioning is here.",
  Imports:
    "A company moves in with its accounts, products, orders and opening balances. You send files and follow their import here.",
  Invoices: "Executed orders create invoices, and a reversal credits them. You read both here.",
  Payments: "Accounts pay invoices or ahead. You read what all accounts paid here.",
  Users: "People sign in with an email and a password. You add them and set their roles here.",
  Roles:
    "A role says what people may do. You define roles of your own here; the fixed ones are the same everywhere.",
  Webhooks: "We send events to your program. You set up where to, and see what was delivered, here.",
  Events: "Each change is an event. Your program can follow all events here.",
};
export type Tag = keyof typeof tags;

/** Holds what a request asks for, with the names of the path and the parameters read. */
export type Asked = {
  readonly path: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** Holds the body of an endpoint that takes a file, which is read as it arrives. */
  readonly file: AsyncIterable<Uint8Array>;
  /** Holds the version that `If-Match` names. */
  readonly version: number | undefined;
  readonly idempotencyKey: string | undefined;
  readonly dryRun: boolean;
};

export type Answered = {
  readonly body: unknown;
  /** Holds what is answered instead of the body if the endpoint answers a file, which is sent as it is written. */
  readonly file?: { readonly name: string; readonly text: AsyncGenerator<string> };
  /** Holds the version of what was read, for `ETag`. */
  readonly version?: number;
  /** Names the path of what was created, below the base of the API. */
  readonly location?: string;
  readonly replayed?: boolean;
};

/**
 * Describes one call of the API: its path, what it takes and what it answers. The server and the OpenAPI document both read
 * these descriptions. See docs/architecture.md, "One definition, many doors".
 */
export type Endpoint = {
  readonly method: Method;
  /** Is the path below `/api/v1`, such as "/orders/{code}". */
  readonly path: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly deprecated: Deprecation | null;
  readonly definition: {
    readonly name: string;
    readonly caller: Caller<Ctx>;
    readonly input: z.ZodType;
    readonly codes: readonly string[];
  };
  readonly parameters: z.ZodObject | null;
  /** Lists the content types of the file that the endpoint takes as its body. */
  readonly takesFile?: readonly string[];
  /** Is the content type of the file that the endpoint answers. Without it, the answer is JSON. */
  readonly answersFile?: string;
  /** Is the form of a body that is not the command's input. */
  readonly body: z.ZodType | null;
  /** Names the fields of a command's input that the body does not have, because path and headers do. */
  readonly elsewhere: readonly string[];
  /** Tells whether `If-Match` is taken, or needed. */
  readonly ifMatch: "none" | "taken" | "needed";
  readonly status: 200 | 201;
  readonly answer: z.ZodType;
  readonly serve: (ctx: Ctx, asked: Asked) => Promise<Result<Answered, Refusal>>;
  /** Answers a request that accepts `text/event-stream`, as long as it stays open. */
  readonly stream?: (
    ctx: Ctx,
    asked: Asked,
    connection: Connection,
  ) => Promise<Result<ReadableStream<Uint8Array>, Refusal>>;
};

/** Holds what a request that stays open needs to know. */
export type Connection = {
  /** Holds the id of the last message that the caller has read, when it comes back. */
  readonly lastEventId: string | undefined;
  /** Is aborted when the caller has gone. */
  readonly signal: AbortSignal;
  /** Asks again who calls. Returns null once the key has ended. */
  readonly again: () => Promise<Ctx | null>;
};

/** Says what every call says of itself. */
export type Described = {
  readonly tag: Tag;
  readonly summary: string;
  readonly deprecated?: Deprecation;
};

/** Takes from a definition what server and document need of it. */
export function definitionOf({
  name,
  caller,
  input,
  ...more
}: {
  readonly name: string;
  readonly caller: Caller<Ctx>;
  readonly input: z.ZodType;
  readonly refusals?: { readonly codes: readonly string[] };
}): Endpoint["definition"] {
  return { name, caller, input, codes: more.refusals?.codes ?? [] };
}
