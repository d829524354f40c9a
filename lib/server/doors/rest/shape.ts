import "server-only";

type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
};

/** Writes a JSON schema as people read types: `{ name: string, items: Item[] }`, with a question mark where a field may be missing. */
export function shapeOf(schema: Schema, indent = ""): string {
  if (schema.$ref) return schema.$ref.split("/").at(-1) ?? "";
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(" | ");
  if (schema.anyOf) return [...new Set(schema.anyOf.map((one) => shapeOf(one, indent)))].join(" | ");
  if (Array.isArray(schema.type)) return schema.type.join(" | ");
  if (schema.type === "array") return listOf(shapeOf(schema.items ?? {}, indent));
  if (schema.type === "object") return objectOf(schema, indent);
  if (schema.format && schema.type === "string") return shownFormats[schema.format] ?? "string";
  return typeof schema.type === "string" ? schema.type : "any";
}

const shownFormats: Readonly<Record<string, string>> = { uuid: "id", date: "day", "date-time": "time" };

function listOf(one: string): string {
  return one.includes(" | ") && !one.startsWith("{") ? `(${one})[]` : `${one}[]`;
}

function objectOf({ properties, required = [], additionalProperties }: Schema, indent: string): string {
  if (!properties || Object.keys(properties).length === 0) {
    const values = typeof additionalProperties === "object" ? shapeOf(additionalProperties, indent) : "any";
    return `{ [name]: ${values} }`;
  }
  const deeper = `${indent}  `;
  const lines = Object.entries(properties).map(
    ([name, one]) => `${deeper}${name}${required.includes(name) ? "" : "?"}: ${shapeOf(one, deeper)}`,
  );
  return `{\n${lines.join("\n")}\n${indent}}`;
}
