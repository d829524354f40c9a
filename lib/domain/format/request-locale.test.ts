import { expect, it } from "vitest";
import { requestLocale } from "./request-locale";

it.each([
  ["de-DE,de;q=0.9,en;q=0.8", "de-DE"],
  ["*, fr;q=0.5", "fr"],
  ["not_a_tag!, en-US", "en-US"],
  ["de-x-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd, fr", "fr"],
  ["", "en-GB"],
  [null, "en-GB"],
])("%j is read as %s", (header, expected) => expect(requestLocale(header)).toBe(expected));
