import "server-only";
import { ZodError } from "zod";
import type { Refusal } from "@/lib/domain/refusals/refusal";
import { tellRefusal } from "@/lib/domain/refusals/tell";
import type { CallbackRefusal } from "@/lib/domain/refusing/callback-refusal";
import { fieldWords } from "@/lib/domain/refusing/field-words";
import { Conflict, Forbidden, NotFound, TookTooLong } from "../../kernel/errors";
import { log } from "../../kernel/log";
import { TooLong } from "../../outside/read-text";

/** Says what is wrong with a request itself, before any command has looked at it, with the status of its answer. */
export const requestProblems = {
  unauthorized: [401, "Send a valid key, as “Authorization: Bearer KEY”."],
  forbidden: [403, "This key is not allowed to make this call."],
  not_found: [404, "We found nothing with this code or id."],
  no_such_path: [404, "The API has no such path. The page /api/docs lists all paths."],
  not_deletable: [409, "Orders are kept. Cancel the order instead."],
  method_not_allowed: [405, "This path does not take the method. The header “Allow” says which it takes."],
  changed_meanwhile: [
    412,
    "Someone else changed this after you read it, so we saved nothing. Read it again and send your change with the new ETag.",
  ],
  too_long: [413, "The body is longer than 1 MiB, so we did not read it. Send less at a time."],
  not_json: [415, "Send the body as JSON, with the content type application/json."],
  not_a_file: [
    415,
    "Send the file itself as the body, with the content type text/csv or application/x-ndjson.",
  ],
  invalid_json: [400, "The body is not valid JSON."],
  invalid_parameter: [400, "A parameter or header is not valid, so we changed nothing."],
  invalid_cursor: [
    400,
    "This cursor belongs to another list or to other filters. Start again without a cursor.",
  ],
  invalid_body: [422, "Nothing was saved. Correct the fields that are named in “errors”."],
  too_many_requests: [
    429,
    "This key has sent too many requests. Wait for the number of seconds in “Retry-After”.",
  ],
  busy: [503, "Too many people are signing in right now. Wait for the number of seconds in “Retry-After”."],
  took_too_long: [
    503,
    "This took too long, so we stopped it and saved nothing. Wait for the number of seconds in “Retry-After”, and try again with the same Idempotency-Key.",
  ],
  version_needed: [
    428,
    "Send “If-Match” with the ETag that you read, so that you do not overwrite someone else's change.",
  ],
  failed: [
    500,
    "Something failed on our side, and nothing was saved. Try again with the same Idempotency-Key.",
  ],
} as const satisfies Record<string, readonly [number, string]>;

export type RequestProblem = keyof typeof requestProblems;
type FieldProblem = { readonly pointer: string; readonly detail: string };

/** Ends a request with a problem of the request itself. */
export class ProblemError extends Error {
  override name = "ProblemError";
  constructor(
    readonly code: RequestProblem,
    readonly detail: string | undefined = undefined,
    readonly errors: readonly FieldProblem[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail ?? code);
  }
}

/** Lists the refusals that are about what was sent, beside those of single fields. */
const aboutTheRequest: ReadonlySet<string> = new Set<Refusal["reason"]>([
  "invalid_input",
  "status_not_allowed",
  "status_not_settable",
  "key_reused",
  "unknown_item",
  "statuses_invalid",
  "cursor_not_understood",
]);

/** Lists the refusals of single fields that the same request would not meet at another time. */
const aboutTheMoment: ReadonlySet<string> = new Set<Refusal["reason"]>([
  "orders_wait",
  "has_customers",
  "name_used",
  "code_taken",
  "reference_used",
  "not_reserved",
  "payment_already_reversed",
  "vendor_name_taken",
  "webhook_name_taken",
  "webhook_disabled",
  "earlier_delivery_waits",
  "delivery_under_way",
  "organization_name_taken",
  "email_taken",
  "own_user",
  "last_administrator",
  "role_name_taken",
  "too_many_roles",
  "role_in_use",
  "last_managing_role",
  "already_invited",
  "user_inactive",
  "reaches_elsewhere",
  "useless_link",
  "sign_in_to_join",
  "invitation_of_another",
  "already_accepted",
  "last_account_administrator",
  "too_many_colleagues",
  "too_many_tries",
  "link_over",
  "no_email_change",
  "api_key_ended",
  "import_begun",
  "import_ended",
  "nothing_selected",
  "run_ended",
  "nothing_to_retry",
  "on_its_way",
  "no_address",
  "carries_link",
  "withdrawn",
  "not_manual",
  "wrong_state",
]);

/** Maps the refusals of a vendor's report, which say that we do not know the sender or the form. */
const ofReports = { not_signed: 401, not_understood: 400 } as const satisfies Record<
  CallbackRefusal["reason"],
  number
>;

/**
 * Returns the status of the answer that tells a refusal: 422 if the request is at fault, 409 if the moment is. A vendor's report
 * has statuses of its own.
 */
export function statusOfRefusal(code: string): 400 | 401 | 409 | 422 {
  if (code in ofReports) return ofReports[code as keyof typeof ofReports];
  if (aboutTheMoment.has(code)) return 409;
  return aboutTheRequest.has(code) || code in fieldWords ? 422 : 409;
}

/**
 * Answers a refusal as RFC 9457 describes, with its code, its data, and what is wrong at which field. The words are for the
 * people who read logs; programs go by `type` or `code`.
 */
export function refusalResponse(refusal: Refusal, locale: string, requestId: string): Response {
  const { message, problems } = tellRefusal(refusal, locale);
  const { reason, ...data } = refusal;
  const status = statusOfRefusal(reason);
  const errors = problems.map(({ path, message: detail }) => ({
    pointer: pointerOf(path.split(".")),
    detail,
  }));
  return problemResponse({ code: reason, status, detail: message, errors, requestId, data });
}

/** Says what of a request was read, so that an error can say where it is at fault. */
type RequestRead = { readonly method: string; readonly names: readonly string[] };

/** Answers a thrown error. What nobody expected is a fault of ours, which the log keeps under the id of the request. */
export function errorResponse(
  error: unknown,
  requestId: string,
  read: RequestRead = { method: "", names: [] },
): Response {
  if (error instanceof ProblemError) {
    const { code, detail, errors, headers } = error;
    return problemOf(code, { detail, errors, headers, requestId });
  }
  if (error instanceof ZodError) return notParsed(error, requestId, read);
  if (error instanceof Forbidden) return problemOf("forbidden", { detail: error.message, requestId });
  if (error instanceof NotFound) return problemOf("not_found", { detail: error.message, requestId });
  if (error instanceof Conflict) return problemOf("changed_meanwhile", { requestId });
  if (error instanceof TooLong) return problemOf("too_long", { requestId });
  if (error instanceof TookTooLong) {
    log.warn({ err: error, requestId }, "The database stopped a request of the API");
    return problemOf("took_too_long", { headers: { "retry-after": "5" }, requestId });
  }
  log.error({ err: error, requestId }, "A request of the API failed");
  return problemOf("failed", { requestId });
}

/** Answers what the input of a definition does not take, where the request has it. */
function notParsed(error: ZodError, requestId: string, { method, names }: RequestRead): Response {
  const [first] = error.issues;
  const field = String(first?.path[0] ?? "");
  const header = headerOf[field];
  if (header) return problemOf("invalid_parameter", { detail: `${header}: ${first?.message}`, requestId });
  // The parameters of a GET were read before, so that what is left names nothing, or is one that only the query knows.
  const unnamed = method === "GET" ? names.length > 0 : names.includes(field);
  if (unnamed) return problemOf("not_found", { requestId });
  const errors = fieldsOf(error);
  if (method !== "GET") return problemOf("invalid_body", { errors, requestId });
  return problemOf("invalid_parameter", { errors: errors.map(inAddress), requestId });
}

const headerOf: Readonly<Record<string, string>> = { idempotencyKey: "Idempotency-Key", version: "If-Match" };

/** Points at a parameter of the address. */
export function inAddress({ pointer, detail }: FieldProblem): FieldProblem {
  return { pointer: `?${pointer.slice(1)}`, detail };
}

/** Lists what is wrong at which field of a body, as JSON pointers. */
export function fieldsOf(error: ZodError): FieldProblem[] {
  return error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({
          pointer: pointerOf([...issue.path, key]),
          detail: "This call has no such field.",
        }))
      : [{ pointer: pointerOf(issue.path), detail: issue.message }],
  );
}

function problemOf(
  code: RequestProblem,
  more: {
    detail?: string | undefined;
    errors?: readonly FieldProblem[];
    headers?: Readonly<Record<string, string>>;
    requestId: string;
  },
): Response {
  const [status, words] = requestProblems[code];
  // Whatever else the sender sends of a body that is too long is not even received.
  const headers = { ...more.headers, ...(code === "too_long" && { connection: "close" }) };
  return problemResponse({ ...more, headers, code, status, detail: more.detail ?? words });
}

function problemResponse({
  code,
  status,
  detail,
  errors = [],
  headers = {},
  requestId,
  data = {},
}: {
  code: string;
  status: number;
  detail: string;
  errors?: readonly FieldProblem[];
  headers?: Readonly<Record<string, string>>;
  requestId: string;
  data?: object;
}): Response {
  const body = {
    type: `/api/docs/problems/${code}`,
    title: titleOf(code),
    status,
    detail,
    code,
    requestId,
    ...(errors.length > 0 && { errors }),
    ...(Object.keys(data).length > 0 && { data }),
  };
  return Response.json(body, { status, headers: { ...headers, "content-type": "application/problem+json" } });
}

/** Returns a code as words: "quantity_not_left" is titled "Quantity not left". */
export function titleOf(code: string): string {
  const words = code.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
