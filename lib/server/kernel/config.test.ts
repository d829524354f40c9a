import { describe, expect, it } from "vitest";
import { ConfigError, readConfig, requireKnownSettings, requireSecret, settings } from "./config";

describe("the configuration", () => {
  it("needs nothing at all", () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      dataDir: expect.stringMatching(/^\/.*\/\.data$/),
      databaseUrl: undefined,
      embedded: true,
      publicUrl: "http://localhost:3000",
      logLevel: "info",
      mail: undefined,
      oidc: undefined,
    });
  });

  it("takes an empty value for none", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: " ", NEXTAUTH_URL: "" })).toEqual(readConfig({}));
  });

  it("follows the port in the address that people open", () => {
    expect(readConfig({ PORT: "4000" }).publicUrl).toBe("http://localhost:4000");
    const publicUrl = "https://orders.example.com";
    expect(readConfig({ PORT: "4000", NEXTAUTH_URL: publicUrl }).publicUrl).toBe(publicUrl);
  });

  it("leaves this machine only with a database of one's own, or when told to", () => {
    const DATABASE_URL = "postgresql://u:p@db.example.com/orders";
    expect(readConfig({ DATABASE_URL })).toMatchObject({ host: "0.0.0.0", embedded: false });
    expect(readConfig({ DATABASE_URL, EMBEDDED_DATABASE: "true" })).toMatchObject({ host: "127.0.0.1" });
    expect(readConfig({ WEB_HOST: "::" }).host).toBe("::");
  });

  it("trusts no proxy unless told how many there are", () => {
    expect(readConfig({}).trustedProxies).toBe(0);
    expect(readConfig({ TRUSTED_PROXIES: "2" }).trustedProxies).toBe(2);
    expect(() => readConfig({ TRUSTED_PROXIES: "all" })).toThrow(
      "TRUSTED_PROXIES must be a whole number from 0 to 9",
    );
  });

  it("calls private services only as told", () => {
    expect(readConfig({}).outboundAllow).toEqual([]);
    const allowed = ["10.1.0.0/16", "192.168.5.7", "fd00::/8"];
    expect(readConfig({ OUTBOUND_ALLOW: "10.1.0.0/16, 192.168.5.7 fd00::/8" }).outboundAllow).toEqual(
      allowed,
    );
    for (const wrong of ["10.0.0.0/33", "intranet.example", "10.0.0.1/"])
      expect(() => readConfig({ OUTBOUND_ALLOW: wrong })).toThrow("OUTBOUND_ALLOW must list addresses");
  });

  it("asks for a secret when several machines may share a database", () => {
    const config = readConfig({ DATABASE_URL: "postgres://db/orders" });
    expect(() => requireSecret(config)).toThrow(/^NEXTAUTH_SECRET must be set when DATABASE_URL is/);
    expect(() => requireSecret({ ...config, secret: "x".repeat(32) })).not.toThrow();
  });

  it("takes simulated payments by itself only in the demo", () => {
    const DATABASE_URL = "postgresql://u:p@db.example.com/orders";
    expect(readConfig({}).paymentDriver).toBe("simulated");
    expect(readConfig({ DATABASE_URL }).paymentDriver).toBeNull();
    expect(readConfig({ DATABASE_URL, PAYMENT_DRIVER: "simulated" }).paymentDriver).toBe("simulated");
    expect(readConfig({ PAYMENT_DRIVER: "none" }).paymentDriver).toBeNull();
  });

  it.each([
    ["PAYMENT_DRIVER", "cash", "PAYMENT_DRIVER must be simulated or none"],
    ["PORT", "http", "PORT must be a whole number from 1 to 65535"],
    ["PORT", "0", "PORT must be a whole number from 1 to 65535"],
    ["PORT", "65536", "PORT must be a whole number from 1 to 65535"],
    ["PORT", "80.5", "PORT must be a whole number from 1 to 65535"],
    ["WEB_HOST", "a b", "WEB_HOST must be a host name or an address"],
    [
      "DATABASE_URL",
      "mysql://db/orders",
      "DATABASE_URL must be a URL like postgresql://user:password@host:5432/name",
    ],
    ["DATABASE_URL", "orders", "DATABASE_URL must be a URL like postgresql://user:password@host:5432/name"],
    ["NEXTAUTH_URL", "orders.example.com", "NEXTAUTH_URL must be a URL like https://orders.example.com"],
    ["NEXTAUTH_SECRET", "short", "NEXTAUTH_SECRET must have at least 32 characters"],
    [
      "SECRETS_KEY",
      "c2hvcnQ=",
      "SECRETS_KEY must list keys of 32 bytes in base64, separated by commas; openssl rand -base64 32 makes one",
    ],
    ["DATABASE_CONNECTIONS", "1", "DATABASE_CONNECTIONS must be a whole number from 2 to 500"],
    ["LOG_LEVEL", "loud", "LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent"],
    ["EMBEDDED_DATABASE", "1", "EMBEDDED_DATABASE is set by the start script only"],
  ])("says in one line what is wrong with %s=%s", (name, value, message) => {
    expect(() => readConfig({ [name]: value })).toThrow(new ConfigError(message));
  });

  it("names every wrong variable at once", () => {
    expect(() => readConfig({ PORT: "x", LOG_LEVEL: "x" })).toThrow(/^PORT .*\nLOG_LEVEL .*$/);
  });

  it("takes a mail server and who the mail is from", () => {
    const NEXTAUTH_URL = "https://shop.example.com";
    expect(readConfig({ NEXTAUTH_URL }).mail).toBeUndefined();
    expect(readConfig({ NEXTAUTH_URL, SMTP_URL: "smtp://mail.example.com" }).mail).toEqual({
      url: "smtp://mail.example.com",
      from: "Order Desk <orders@shop.example.com>",
    });
    const from = { SMTP_URL: "smtps://u:p@mail.example.com:465", SMTP_FROM: "Desk <desk@example.com>" };
    expect(readConfig(from).mail?.from).toBe("Desk <desk@example.com>");
    expect(() => readConfig({ SMTP_URL: "mail.example.com" })).toThrow("SMTP_URL must be a URL like smtp://");
    expect(() => readConfig({ ...from, SMTP_FROM: "desk@example.com" })).toThrow(
      "SMTP_FROM must be a sender like",
    );
  });

  it("gives metrics to nobody without a token, and those of a worker on this machine only unless told otherwise", () => {
    expect(readConfig({})).toMatchObject({ metricsToken: undefined, workerMetrics: undefined });
    const METRICS_TOKEN = "a-token-that-only-these-tests-have";
    const WORKER_METRICS_PORT = "9464";
    expect(readConfig({ METRICS_TOKEN, WORKER_METRICS_PORT })).toMatchObject({
      metricsToken: METRICS_TOKEN,
      workerMetrics: { host: "127.0.0.1", port: 9464 },
    });
    expect(() => readConfig({ WORKER_METRICS_PORT })).toThrow("WORKER_METRICS_PORT needs METRICS_TOKEN");
    expect(() => readConfig({ METRICS_TOKEN: "short" })).toThrow(
      "METRICS_TOKEN must have 32 to 200 characters",
    );
  });

  it("takes OpenID Connect whole or not at all", () => {
    const oidc = {
      OIDC_ISSUER: "https://id.example.com",
      OIDC_CLIENT_ID: "desk",
      OIDC_CLIENT_SECRET: "s3cret",
    };
    expect(readConfig(oidc).oidc).toEqual({
      issuer: "https://id.example.com",
      clientId: "desk",
      clientSecret: "s3cret",
      name: "Single sign-on",
    });
    expect(() => readConfig({ ...oidc, OIDC_CLIENT_SECRET: "" })).toThrow(
      "OIDC_CLIENT_SECRET must be set too: OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET go together",
    );
  });
});

describe("names that are no settings", () => {
  const told = (environment: string[], keys?: string[]) => {
    try {
      requireKnownSettings(environment, keys ? { name: ".env", keys } : null);
      return null;
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      return (error as Error).message;
    }
  };

  it("are refused with the setting that was meant", () => {
    expect(told(["DATABSE_URL"])).toBe("DATABSE_URL is not a setting. Did you mean DATABASE_URL?");
    expect(told(["SMTP_ULR"])).toBe("SMTP_ULR is not a setting. Did you mean SMTP_URL?");
    expect(told(["TRUSTED_PROXY"])).toBe("TRUSTED_PROXY is not a setting. Did you mean TRUSTED_PROXIES?");
    expect(told(["NEXTAUTH_SECERT", "log_level"])).toBe(
      "NEXTAUTH_SECERT is not a setting. Did you mean NEXTAUTH_SECRET?\nlog_level is not a setting. Did you mean LOG_LEVEL?",
    );
    expect(told(["OIDC_REDIRECT_ADDRESS"])).toBe(
      "OIDC_REDIRECT_ADDRESS is not a setting. README.md lists the settings.",
    );
  });

  it("are refused in the settings file also where they are like none of ours", () => {
    expect(told([], ["PORTT", "COLOUR"])).toBe(
      "PORTT in .env is not a setting. Did you mean PORT?\nCOLOUR in .env is not a setting. README.md lists the settings.",
    );
  });

  it("are left alone where they are another program's", () => {
    const ofMachine = [
      "PATH",
      "HOME",
      "SESSION_MANAGER",
      "XDG_DATA_DIRS",
      "API_KEY",
      "WEB_PORT",
      "HOST",
      "LOG_FILE",
    ];
    expect(told([...ofMachine, "DATABASE_NAME", "npm_config_cache", "HTTPS_PROXY"])).toBeNull();
    expect(
      told([], ["NODE_OPTIONS", "NEXT_TELEMETRY_DISABLED", "PGSSLMODE", "HTTPS_PROXY", "TZ"]),
    ).toBeNull();
  });

  it("are never a setting of ours", () => {
    expect(told(settings, settings)).toBeNull();
  });
});
