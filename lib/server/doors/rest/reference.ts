import "server-only";
import { refusalExamples } from "@/lib/domain/refusals/examples";
import type { Refusal } from "@/lib/domain/refusals/refusal";
import { tellRefusal } from "@/lib/domain/refusals/tell";
import type { Endpoint } from "./endpoint";
import { endpoints } from "./endpoints";
import { openApiDocument } from "./openapi";
import { type RequestProblem, requestProblems, statusOfRefusal, titleOf } from "./problem";
import { problemsOfEndpoint } from "./problems-of-endpoint";
import { shapeOf } from "./shape";
import type { Deprecation } from "./version";

/** Holds one call as the pages of the API show it. */
export type ShownOperation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  needs: string;
  /** Is when the call goes, and which call takes its place. */
  deprecated: Deprecation | null;
  parameters: { name: string; place: string; required: boolean; type: string; meaning: string }[];
  /** Holds the form of the body, or null if there is none. */
  body: string | null;
  answer: string;
  status: number;
  problems: string[];
};

export type ApiReference = {
  version: string;
  groups: { name: string; meaning: string; operations: ShownOperation[] }[];
  /** Holds the forms that answers share, by name. */
  forms: { name: string; shape: string }[];
};

type Shown = Parameters<typeof shapeOf>[0];
type Content = { content?: Record<string, { schema: Shown }> };
type Operation = {
  operationId: string;
  summary: string;
  description: string;
  parameters: { name: string; in: string; required?: boolean; description?: string; schema: Shown }[];
  requestBody?: Content;
  responses: Record<string, Content>;
};
type Document = {
  info: { version: string };
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Shown> };
};

/** Returns the API as its pages show it, from the same document that programs read. */
export function apiReference(): ApiReference {
  const { info, tags, paths, components } = openApiDocument() as Document;
  return {
    version: info.version,
    groups: tags.map(({ name, description }) => ({
      name,
      meaning: description,
      operations: endpoints
        .filter(({ tag }) => tag === name)
        .flatMap((endpoint) => {
          const operation = paths[endpoint.path]?.[endpoint.method.toLowerCase()];
          return operation ? [shown(operation, endpoint)] : [];
        }),
    })),
    forms: Object.entries(components.schemas).map(([name, schema]) => ({ name, shape: shapeOf(schema) })),
  };
}

function shown(operation: Operation, endpoint: Endpoint): ShownOperation {
  const { method, path, status } = endpoint;
  const schema = (content: Content | undefined) => Object.values(content?.content ?? {})[0]?.schema;
  const body = schema(operation.requestBody);
  const answer = schema(operation.responses[status]);
  return {
    id: operation.operationId,
    method,
    path,
    summary: operation.summary,
    needs: operation.description,
    deprecated: endpoint.deprecated,
    parameters: operation.parameters.map((one) => ({
      name: one.name,
      place: one.in,
      required: one.required === true,
      type: shapeOf(one.schema),
      meaning: one.description ?? "",
    })),
    body: body && Object.keys(body.properties ?? {}).length > 0 ? shapeOf(body) : null,
    answer: answer ? shapeOf(answer) : "",
    status,
    problems: problemsOfEndpoint(endpoint).map(({ code }) => code),
  };
}

export type ShownProblem = {
  code: string;
  title: string;
  status: number;
  detail: string;
  /** Lists the calls that answer it. */
  operations: { id: string; method: string; path: string }[];
};

/** Returns what a problem means and an example of its sentence, or null if the API has no such problem. */
export function apiProblem(code: string): ShownProblem | null {
  const about = meaningOf(code);
  if (!about) return null;
  const operations = apiReference()
    .groups.flatMap((group) => group.operations)
    .filter(({ problems }) => problems.includes(code))
    .map(({ id, method, path }) => ({ id, method, path }));
  return { code, title: titleOf(code), ...about, operations };
}

function meaningOf(code: string): { status: number; detail: string } | null {
  if (Object.hasOwn(requestProblems, code)) {
    const [status, detail] = requestProblems[code as RequestProblem];
    return { status, detail };
  }
  if (!Object.hasOwn(refusalExamples, code)) return null;
  const example = { reason: code, ...refusalExamples[code as Refusal["reason"]] } as Refusal;
  return { status: statusOfRefusal(code), detail: tellRefusal(example, "en-GB").message };
}
