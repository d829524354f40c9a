/** Gives a program a token for an hour in exchange for its key. */
export { answerTokenRequest as POST } from "@/lib/server/doors/oauth/token";
