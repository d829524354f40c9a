import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { read } from "../kernel/db";
import { Conflict, Forbidden, NotFound } from "../kernel/errors";
import type { Session } from "../sign-in/session/session";
import { makeOrganization, type TestOrganization, value } from "../testing/factories/basics";
import { companyProfile, testLogo } from "../testing/factories/company";
import { editOrganization } from "./commands/edit-organization";
import { saveLogo } from "./commands/save-logo";
import { getCompany } from "./queries/get-company";
import { getLogo } from "./queries/get-logo";

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization();
});

const newest = async (organization: TestOrganization) => {
  const [entry] = await read(organization.as.administrator).event.findMany({
    orderBy: { id: "desc" },
    take: 1,
  });
  return entry;
};
const save = async (changes: object, organization = here) => {
  const { version, timeZone } = await getCompany(organization.as.administrator);
  return editOrganization(organization.as.administrator, { version, timeZone, ...changes });
};

describe("the company profile", () => {
  test("is kept as it is compared: capitals, no spaces in VAT ID and IBAN, a whole web address", async () => {
    value(
      await save({
        ...companyProfile,
        vatId: " de 123 456 789 ",
        iban: "de89 3704 0044 0532 0130 00",
        bic: "cobadeffxxx",
        website: "harbour.example",
        accentColor: "1C6DD0",
        street: " Speicherstraße 12 \r\n\r\n Haus  B ",
      }),
    );
    expect(await getCompany(here.as.administrator)).toMatchObject(companyProfile);
    expect(await newest(here)).toMatchObject({
      kind: "organization.edited",
      before: { legalName: null, vatId: null },
      after: { legalName: "Harbour Cloud GmbH", vatId: "DE123456789", iban: companyProfile.iban },
    });
  });

  test("keeps in the audit log only what changed", async () => {
    value(await save({ ...companyProfile, phone: "+49 40 999999" }));
    expect(await newest(here)).toMatchObject({
      before: { phone: companyProfile.phone },
      after: { phone: "+49 40 999999" },
    });
    expect(Object.keys((await newest(here))?.after ?? {})).toEqual(["phone"]);
  });

  test("takes the prefix of a VAT ID from the country", async () => {
    value(await save({ ...companyProfile, country: "AT", vatId: "U12345678" }));
    expect(await getCompany(here.as.administrator)).toMatchObject({ vatId: "ATU12345678" });
  });

  test.each([
    ["vatId", "DE12"],
    ["iban", "DE89370400440532013001"],
    ["bic", "COBA"],
    ["website", "javascript:alert(1)"],
    ["accentColor", "red"],
    ["phone", "call me"],
    ["email", "nobody"],
    ["street", "one\ntwo\nthree\nfour"],
    ["country", "Germany"],
  ])("refuses the %s %j beside its field", async (field, typed) => {
    const refused = await save({ ...companyProfile, [field]: typed }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ZodError);
    expect((refused as ZodError).issues.map(({ path }) => path.join("."))).toEqual([field]);
  });

  test("is an administrator's, and not saved over somebody else's", async () => {
    const { timeZone, version } = await getCompany(here.as.administrator);
    const input = { ...companyProfile, timeZone };
    await expect(editOrganization(here.as.operator, { ...input, version })).rejects.toThrow(Forbidden);
    const twice = await Promise.allSettled(
      [1, 2].map(() => editOrganization(here.as.administrator, { ...input, version })),
    );
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(editOrganization(here.as.administrator, { ...input, version: version - 1 })).rejects.toThrow(
      Conflict,
    );
  });
});

describe("the logo", () => {
  const sessionOf = ({ as }: TestOrganization) => ({ ctx: as.customer }) as Session;
  const send = (data: Uint8Array, replaces: string | null, organization = here) =>
    saveLogo(organization.as.administrator, { picture: Buffer.from(data).toString("base64"), replaces });

  test("is shown to everybody of the organization and to nobody else", async () => {
    const there = await makeOrganization();
    const { logoId } = value(await send(testLogo(), null));
    const logo = await getLogo(sessionOf(here), logoId ?? "");
    expect(logo.mediaType).toBe("image/png");
    expect(Buffer.from(logo.data).equals(testLogo())).toBe(true);
    await expect(getLogo(sessionOf(there), logoId ?? "")).rejects.toThrow(NotFound);
    expect(await newest(here)).toMatchObject({
      kind: "organization.logo_saved",
      after: { mediaType: "image/png" },
    });
  });

  test("is replaced only where it is still the one that was seen, and the old one is kept", async () => {
    const { logo } = await getCompany(here.as.administrator);
    const answers = await Promise.allSettled([
      send(testLogo(10, 10), logo?.id ?? null),
      send(testLogo(20, 20), logo?.id ?? null),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(send(testLogo(), logo?.id ?? null)).rejects.toThrow(Conflict);
    expect((await getLogo(sessionOf(here), logo?.id ?? "")).data.length).toBeGreaterThan(0);
  });

  test("can be taken away", async () => {
    const { logo } = await getCompany(here.as.administrator);
    const input = { picture: null, replaces: logo?.id ?? null };
    expect(value(await saveLogo(here.as.administrator, input))).toEqual({ logoId: null });
    expect((await getCompany(here.as.administrator)).logo).toBeNull();
  });

  const jpeg = Buffer.from("ffd8ffc0000b080010002001011100ffd9", "hex");

  test("may be a JPEG, whose size is read from its frame", async () => {
    const { logoId } = value(await send(jpeg, null));
    const { logo } = await getCompany(here.as.administrator);
    expect(logo).toEqual({ id: logoId, width: 32, height: 16 });
    value(await saveLogo(here.as.administrator, { picture: null, replaces: logoId }));
  });

  const whole = testLogo();
  test.each([
    ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ["a GIF", Buffer.from("GIF89a\u0001\u0000\u0001\u0000", "latin1")],
    ["a page that begins like a PNG", Buffer.concat([whole.subarray(0, 8), Buffer.from("<html>".repeat(9))])],
    ["half of a PNG", whole.subarray(0, whole.length / 2)],
    ["a PNG with a changed byte", Buffer.from(whole.map((byte, at) => (at === 45 ? byte ^ 1 : byte)))],
    ["a PNG of too many pixels", testLogo(2001, 1)],
    ["a JPEG without an end", jpeg.subarray(0, -2)],
    ["nothing in base64", Buffer.from("?")],
  ])("is not %s", async (_, data) => {
    expect(await send(data, null)).toMatchObject({
      ok: false,
      refusal: { reason: "no_picture", path: "picture" },
    });
  });

  test("is at most 256 KB and an administrator's", async () => {
    const large = Buffer.concat([testLogo(), Buffer.alloc(262_144)]);
    await expect(send(large, null)).rejects.toThrow(ZodError);
    const input = { picture: testLogo().toString("base64"), replaces: null };
    await expect(saveLogo(here.as.operator, input)).rejects.toThrow(Forbidden);
  });
});
