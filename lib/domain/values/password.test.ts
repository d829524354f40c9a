import { describe, expect, test } from "vitest";
import { type PersonalData, passwordFault } from "./password";

const ada: PersonalData = {
  name: "Ada Lovelace",
  email: "ada.king@analytical-engine.example",
  organization: "Northwind Traders",
};
const common = new Set(["password", "letmein", "dragon", "password1234", "123456789012"]);
const faultOf = (password: string, personal = ada) =>
  passwordFault(password, personal, (word) => common.has(word));

describe("a common password is refused", () => {
  test.each([
    ["as it is on the list", "password1234"],
    ["in other case", "PassWord1234"],
    ["with spaces around it", "  password1234 "],
    ["with digits and signs after it", "Dragon!!2026-11"],
    ["with digits and signs before it", "2026-11:letmein"],
    ["repeated", "letmeinletmein"],
    ["as one sign repeated", "aaaaaaaaaaaa"],
    ["as a few signs repeated", "abcabcabcabc"],
    ["as digits alone", "490318275603"],
    ["as signs alone", "!?!!?&%$&/()="],
    ["in wide letters", "ｐａｓｓｗｏｒｄ１２３４"],
  ])("%s", (_, password) => expect(faultOf(password)).toBe("password_common"));
});

describe("a password is refused that is made of", () => {
  test.each([
    ["the name", "Ada Lovelace 1815"],
    ["the name without its space", "adalovelace2026"],
    ["the email's local part", "ada.king.2026"],
    ["the email's domain", "analytical-engine"],
    ["the whole email", "ada.king@analytical-engine.example"],
    ["the organization's name", "northwind-traders"],
    ["one word of it", "Northwind-2026!"],
    ["several of them", "lovelace@northwind"],
  ])("%s", (_, password) => expect(faultOf(password)).toBe("password_personal"));
});

test.each([
  "correct horse battery staple",
  "demo of a longer sentence",
  "Northwind sells umbrellas",
  "the dragon sleeps at noon",
  "ひらがなのとてもながいことば",
  "kj8#Lq!02mZx",
])("%j is good", (password) => expect(faultOf(password)).toBe(null));

test("short words of the person's data do not count, since they are in many words", () => {
  const bo = { name: "Bo Li", email: "bo@li.example", organization: "An" };
  expect(faultOf("bolivian landscapes", bo)).toBe(null);
});

test("the longest password is looked at as a whole", () => {
  expect(faultOf(`${"ab".repeat(99)}cc`)).toBe(null);
  expect(faultOf("ab".repeat(100))).toBe("password_common");
});
