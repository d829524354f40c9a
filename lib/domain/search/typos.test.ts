import fc from "fast-check";
import { expect, test } from "vitest";
import { searchForm } from "./search";
import { mistypedWords } from "./typos";

const finds = (query: string, text: string) =>
  mistypedWords(query).every(({ word, pattern }) =>
    pattern ? new RegExp(pattern, "u").test(` ${searchForm(text)}`) : searchForm(text).includes(word),
  );

test.each([
  ["domian", "Domain Registration"],
  ["regstration domain", "Domain Registration"],
  ["Kubernettes", "Managed Kubernetes"],
  ["backp", "Backup per Server"],
  ["xackup", "Backup per Server"],
  ["certifcate", "Wildcard Certificate"],
  ["Cafee", "Café Server"],
  ["сервир", "Сервер"],
])("%j finds %j", (query, text) => {
  expect(finds(query, text)).toBe(true);
});

test.each([
  ["mail", "Firewall Appliance"],
  ["abc", "abd"],
  ["2204", "Rack 2205"],
  ["kubern etes", "Firewall Appliance"],
])("%j does not find %j", (query, text) => {
  expect(finds(query, text)).toBe(false);
});

test("a word with any one mistake finds the word", () => {
  const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzäé");
  const word = fc.array(letter, { minLength: 6, maxLength: 14 });
  const mistake = fc.constantFrom("wrong", "missing", "many", "swapped");
  fc.assert(
    fc.property(word, fc.nat(), letter, mistake, (letters, where, other, kind) => {
      const i = where % (letters.length - 1);
      const typed = {
        wrong: letters.with(i, other),
        missing: letters.toSpliced(i, 1),
        many: letters.toSpliced(i, 0, other),
        swapped: letters.toSpliced(i, 2, letters[i + 1] ?? "", letters[i] ?? ""),
      }[kind];
      expect(finds(typed.join(""), `Cloud ${letters.join("")} Server`)).toBe(true);
    }),
  );
});

test("no query makes an expression that cannot be read", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (query) => {
      expect(() => finds(query, "Domain Registration")).not.toThrow();
    }),
  );
});
