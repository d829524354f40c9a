"use server";

import { answer } from "@/lib/server/doors/action";
import { searchEverything } from "@/lib/server/search/queries/search-everything";

export const searchAction = answer(searchEverything);
