import { describe, expect, test } from "vitest";
import { hiddenSecret } from "../one-time-link";
import { letterHtml } from "./letter";
import { isNotice, languages, messageTypeLabels, messageTypes, type PersonLetterType } from "./message";
import { personLetter } from "./person-letter";

const types: PersonLetterType[] = [
  "invitation",
  "password_link",
  "email_link",
  "email_change",
  "password_changed",
];
const facts = {
  organization: "Northwind Cloud",
  provider: null,
  by: "Alex Berg",
  email: "ada@new.example",
  url: `https://shop.example/welcome/${hiddenSecret}`,
};
const look = { name: "Northwind Cloud", accentColor: null, logo: null, footer: [] };

describe.each(languages)("in %s", (language) => {
  test.each(types)("%s names person and organization, and leads on by a button", (type) => {
    const { subject, text } = personLetter(type, language, "Ada Byron", facts);
    expect(subject).toContain("Northwind Cloud");
    expect(text).toContain("Ada Byron");
    expect(text).toContain(`: ${facts.url}\n`);
    expect(letterHtml(text, { language, url: facts.url, look })).toContain(
      `<a href="${facts.url}" style="display`,
    );
    expect(`${subject}${text}`).not.toMatch(/undefined|null|NaN/);
  });

  test("no letter speaks of passwords where single sign-on alone counts", () => {
    for (const type of ["invitation", "password_link"] as const) {
      const alone = { ...facts, provider: "Company sign-in" };
      const { subject, text } = personLetter(type, language, "Ada Byron", alone);
      expect(text).toContain("Company sign-in");
      expect(`${subject}${text}`).not.toMatch(/passwor[dt]/i);
    }
  });

  test("an invitation by a program names nobody", () => {
    const { text } = personLetter("invitation", language, "Ada Byron", { ...facts, by: null });
    expect(text).not.toMatch(/Alex|null/);
  });
});

test("a name cannot begin another header of the email", () => {
  const { subject } = personLetter("invitation", "en", "Ada", {
    ...facts,
    organization: "A\r\nBcc: b@c.example",
  });
  expect(subject).not.toMatch(/[\r\n]/);
});

test("each is about no order, and has its name on the page of messages", () => {
  for (const type of types) {
    expect(isNotice(type)).toBe(true);
    expect(messageTypeLabels[type]).toMatch(/^[A-Z]/);
  }
  for (const type of messageTypes) expect(isNotice(type)).toBe(false);
});
