import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import dockerignore from "@balena/dockerignore";
import { DCLinter } from "dclint";
import { validate } from "dockerfile-utils";
import { describe, expect, it } from "vitest";
import { requireKnownSettings, settings } from "../../lib/server/kernel/config";
import { noSettings } from "../test/no-settings.mjs";
import { readCompose, requiredVariables } from "./compose";
import { readDockerfile } from "./dockerfile";

const read = (file: string) => readFileSync(file, "utf8");

describe("the Dockerfile", () => {
  const stages = readDockerfile(read("Dockerfile"));
  const image = stages.at(-1);

  it("has no finding of a linter", () => {
    expect(validate(read("Dockerfile")).map(({ message }) => message)).toEqual([]);
  });

  it("builds and runs on the Node.js that we develop with, unless an argument says otherwise", () => {
    const bases = stages.map(({ base }) => base);
    expect(new Set(bases)).toEqual(new Set([`node:${read(".nvmrc").trim()}-slim`]));
  });

  it("takes nothing into the image but what the build collected", () => {
    expect(image?.steps.filter(({ does }) => does !== "workdir")).toEqual([
      { does: "copy", from: "build", sources: ["/build/image"], to: "./" },
    ]);
  });

  it("runs as a numbered account that is not root, and without a shell, so that signals arrive", () => {
    expect(image?.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    const { entrypoint = [], command, health } = image ?? {};
    expect(entrypoint).toEqual(["node", "programs/order-desk.mjs"]);
    expect(command).toEqual(["web"]);
    expect(health).toEqual([...entrypoint, "health"]);
  });

  it("holds no setting of the product, so that no layer holds a secret", () => {
    expect(Object.keys(image?.env ?? {}).filter((name) => settings.includes(name))).toEqual([]);
  });
});

it("the build gets the sources, and neither settings nor data nor what is installed here", () => {
  const ignored = dockerignore().add(read(".dockerignore"));
  const files = [
    "app/layout.tsx",
    "lib/worker/main.ts",
    "prisma/schema.prisma",
    "proxy.ts",
    "package-lock.json",
  ];
  expect(files.filter((file) => ignored.ignores(file))).toEqual([]);
  const left = [
    ".env",
    ".env.local",
    "lib/.env",
    ".git/config",
    ".data/secrets-key",
    "node_modules/next/package.json",
  ];
  const more = [
    ".next/BUILD_ID",
    "lib/generated/prisma/client.ts",
    "e2e/fixtures/sign-in.ts",
    "lib/worker/main.db.test.ts",
  ];
  expect([...left, ...more].filter((file) => !ignored.ignores(file))).toEqual([]);
});

describe("the compose file", () => {
  const text = read("compose.yaml");
  const required = requiredVariables(text);
  const values = Object.fromEntries(required.map((name) => [name, `value-of-${name}`]));
  const { services, networks } = readCompose(text, values);
  const { database, migrate, web, worker } = services;

  it("has no finding of a linter, which also holds it against the schema of such files", () => {
    const off = [
      // They ask for an order of keys, which here follows what a reader needs first.
      ...["service-keys-order", "services-alphabetical-order", "top-level-properties-order"],
      ...["service-dependencies-alphabetical-order", "service-ports-alphabetical-order"],
      // The image that is built gets a name.
      "no-build-and-image",
    ];
    const rules = {
      ...Object.fromEntries(off.map((rule) => [rule, 0 as const])),
      "require-quotes-in-ports": [2, { quoteType: "double" }] satisfies [2, object],
    };
    const found = new DCLinter({ rules, quiet: true, debug: false, exclude: [] }).lintFiles(
      ["compose.yaml"],
      false,
    );
    expect(
      found.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`)),
    ).toEqual([]);
  });

  it("starts each service with a file system that it cannot write to, no capability and no way to more rights", () => {
    for (const service of Object.values(services)) {
      expect(service).toMatchObject({
        read_only: true,
        cap_drop: ["ALL"],
        security_opt: ["no-new-privileges:true"],
        tmpfs: expect.arrayContaining(["/tmp"]),
      });
    }
    expect(database?.user).toBe("postgres");
  });

  it("gives no secret a default", () => {
    for (const name of required) {
      const without = { ...values, [name]: "" };
      expect(() => readCompose(text, without)).toThrow(name);
    }
    const secrets = [
      "POSTGRES_PASSWORD",
      "POSTGRES_OWNER_PASSWORD",
      "POSTGRES_APP_PASSWORD",
      "NEXTAUTH_SECRET",
      "SECRETS_KEY",
    ];
    expect(required).toEqual(expect.arrayContaining(secrets));
  });

  it("tells the passwords of the owner and the superuser to nobody who serves", () => {
    for (const service of [web, worker]) {
      const told = JSON.stringify(service);
      expect(told).not.toContain("value-of-POSTGRES_OWNER_PASSWORD");
      expect(told).not.toContain("value-of-POSTGRES_PASSWORD");
    }
    expect(migrate?.environment.DATABASE_OWNER_URL).toContain("value-of-POSTGRES_OWNER_PASSWORD");
  });

  it("passes on each setting that an installation may choose", () => {
    const fixed = ["PORT", "WEB_HOST", "DATA_DIR", "DATABASE_OWNER_URL", "EMBEDDED_DATABASE"];
    const chosen = settings.filter((name) => !fixed.includes(name));
    const ofOthers = Object.keys(noSettings).filter((name) => name.startsWith("OTEL_"));
    for (const service of [web, worker])
      expect(Object.keys(service?.environment ?? {}).sort()).toEqual([...chosen, ...ofOthers].sort());
  });

  it("migrates when the database answers, and serves when that is done", () => {
    expect(database?.healthcheck?.test?.slice(0, 2)).toEqual(["CMD", "pg_isready"]);
    expect(migrate).toMatchObject({
      restart: "no",
      depends_on: { database: { condition: "service_healthy" } },
    });
    for (const service of [web, worker]) {
      expect(service).toMatchObject({
        restart: "unless-stopped",
        depends_on: { migrate: { condition: "service_completed_successfully" } },
      });
    }
    expect(worker?.healthcheck?.test).toEqual(["CMD", "node", "programs/order-desk.mjs", "health", "worker"]);
  });

  it("lets this machine alone reach the web server, and nobody outside the database", () => {
    expect(web?.ports).toEqual(["127.0.0.1:3000:3000"]);
    expect([database, migrate, worker].flatMap((service) => service?.ports ?? [])).toEqual([]);
    expect(database?.networks).toEqual(["database"]);
    expect(networks.database?.internal).toBe(true);
  });
});

it("the example of the settings names each that is required, holds no secret, and can also stand where npm start reads it", () => {
  const example = parseEnv(read("scripts/container/example.env"));
  const required = requiredVariables(read("compose.yaml"));
  expect(required.filter((name) => !(name in example))).toEqual([]);
  const filled = Object.keys(example).filter((name) => example[name]);
  expect(new Set(filled)).toEqual(new Set(["NEXTAUTH_URL", "TRUSTED_PROXIES", "PORT"]));
  expect(() => requireKnownSettings([], { name: ".env", keys: Object.keys(example) })).not.toThrow();
});
