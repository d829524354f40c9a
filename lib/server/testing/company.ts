import "server-only";
import { crc32, deflateSync } from "node:zlib";
import type { EditOrganizationInput } from "@/lib/schemas/organizations";

/** A whole company profile, as an administrator enters it. */
export const companyProfile = {
  legalName: "Harbour Cloud GmbH",
  street: "Speicherstraße 12\nHaus B",
  postalCode: "20457",
  city: "Hamburg",
  region: null,
  country: "DE",
  vatId: "DE123456789",
  registrationNumber: "HRB 12345, Amtsgericht Hamburg",
  email: "billing@harbour.example",
  phone: "+49 40 123456",
  website: "https://harbour.example",
  bankName: "Commerzbank",
  accountHolder: null,
  iban: "DE89370400440532013000",
  bic: "COBADEFFXXX",
  accentColor: "#1c6dd0",
} satisfies Omit<EditOrganizationInput, "timeZone" | "version">;

/** Returns a PNG of one color, so large in pixels. */
export function testLogo(width = 64, height = 24, [red, green, blue] = [28, 109, 208]): Buffer {
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(width * 3, Buffer.of(red, green, blue))]);
  return png(width, height, Buffer.concat(Array.from({ length: height }, () => row)));
}

function png(width: number, height: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named) >>> 0);
  return Buffer.concat([length, named, sum]);
}
