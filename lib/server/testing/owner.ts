import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/generated/prisma/client";

/** Holds the address of the test's database for the role that owns its tables. */
export const ownerUrl = () => process.env.DATABASE_OWNER_URL ?? "";

let client: PrismaClient | undefined;

/** Returns a client as the owner of the tables, for fixtures that do what the application must not. */
export function owner(): PrismaClient {
  client ??= new PrismaClient({ adapter: new PrismaPg({ connectionString: ownerUrl(), max: 10 }) });
  return client;
}

export async function disconnectOwner(): Promise<void> {
  await client?.$disconnect();
  client = undefined;
}
