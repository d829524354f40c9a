import { parse } from "yaml";

export type Service = {
  image: string;
  user?: string;
  command?: string[];
  environment: Record<string, string>;
  ports?: string[];
  restart: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  tmpfs?: string[];
  networks: string[];
  healthcheck?: { test?: string[]; disable?: boolean };
  depends_on?: Record<string, { condition: string }>;
};

export type Compose = { services: Record<string, Service>; networks: Record<string, { internal?: boolean }> };

/** Reads a compose file, in which `values` stand for what .env says. @throws Error if one is missing that must be said */
export function readCompose(text: string, values: Record<string, string>): Compose {
  return parse(
    text.replace(variable, (_, name, kind, rest) => valued(values, name, kind, rest)),
    { merge: true },
  );
}

/** Lists the variables that .env must say, since the file gives them no default. */
export const requiredVariables = (text: string): string[] => [
  ...new Set([...text.matchAll(variable)].filter(([, , kind]) => kind === ":?").map(([, name = ""]) => name)),
];

const variable = /\$\{(\w+)(:-|:\?)([^}]*)\}/g;

function valued(values: Record<string, string>, name: string, kind: string, rest: string): string {
  const value = values[name];
  if (value) return value;
  if (kind === ":?") throw new Error(`${name}: ${rest}`);
  return rest;
}
