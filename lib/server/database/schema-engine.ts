import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
} from "@prisma/driver-adapter-utils";
import pg from "pg";
import { createScratchDatabase } from "./scratch-database";

type Engine = import("@prisma/schema-engine-wasm").SchemaEngine;
type EngineClass = typeof import("@prisma/schema-engine-wasm").SchemaEngine;

/** Lends Prisma's schema engine as WebAssembly to some work, because the native engine would have to be downloaded. */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  datamodels: [path: string, content: string][],
  use: (engine: Engine) => Promise<T>,
): Promise<T> {
  loaded ??= load();
  const adapters = new ScriptingPg(databaseUrl);
  const factory = bindMigrationAwareSqlAdapterFactory(adapters);
  const engine = await (await loaded).new({ datamodels }, () => {}, factory);
  try {
    return await use(engine);
  } finally {
    engine.free();
    await adapters.end();
  }
}

let loaded: Promise<EngineClass> | undefined;

async function load(): Promise<EngineClass> {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const file = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const module = await WebAssembly.compile(readFileSync(file.replace(/\.js$/, ".wasm")));
  const imports = Object.entries(bindings as unknown as Record<string, WebAssembly.ImportValue>).map(
    ([name, value]) => [name, name.startsWith("__wbg_setTimeout_") ? unreferencedTimeout : value],
  );
  const instance = new WebAssembly.Instance(module, { "./schema_engine_bg.js": Object.fromEntries(imports) });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings.SchemaEngine;
}

/** Starts a timer that does not keep the process waiting, because the engine never clears its time limits. */
const unreferencedTimeout = (run: () => void, milliseconds: number) =>
  setTimeout(run, milliseconds >>> 0).unref();

const { CHAR, TEXT } = pg.types.builtins;

/**
 * Corrects two things in Prisma's adapter that the engine needs. The adapter cuts scripts at every semicolon, even inside
 * function bodies, and does not know the type "char" of PostgreSQL's catalogs.
 */
class ScriptingPg extends PrismaPg {
  private readonly pools = new Set<pg.Pool>();

  constructor(private readonly databaseUrl: string) {
    super({ connectionString: databaseUrl });
  }

  override async connect() {
    const adapter = await super.connect();
    const pool = adapter.underlyingDriver() as pg.Pool;
    this.pools.add(pool);
    const query = pool.query.bind(pool) as (query: unknown) => Promise<pg.QueryResult>;
    adapter.executeScript = async (script: string) => {
      await query(script);
    };

    const charColumns = new WeakMap<object, number[]>();
    pool.query = (async (asked: unknown) => {
      const result = await query(asked);
      const columns = result.fields.flatMap((field, index) => (field.dataTypeID === CHAR ? [index] : []));
      for (const index of columns) Object.assign(result.fields[index] ?? {}, { dataTypeID: TEXT });
      charColumns.set(result.rows, columns);
      return result;
    }) as typeof pool.query;
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (asked) => {
      const result = await queryRaw(asked);
      for (const index of charColumns.get(result.rows) ?? []) {
        result.columnTypes[index] = ColumnTypeEnum.Character;
      }
      return result;
    };
    return adapter;
  }

  /** Closes the connections that the engine leaves open. */
  async end() {
    await Promise.all([...this.pools].filter((pool) => !pool.ended).map((pool) => pool.end()));
  }

  override async connectToShadowDb() {
    const scratch = await createScratchDatabase(this.databaseUrl);
    const adapter: SqlDriverAdapter = await new ScriptingPg(scratch.url).connect();
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await dispose();
      await scratch.drop();
    };
    return adapter as Awaited<ReturnType<PrismaPg["connectToShadowDb"]>>;
  }
}
