"use server";

import { action } from "@/lib/server/doors/action";
import { createProduct } from "@/lib/server/products/commands/create-product";
import { editProduct } from "@/lib/server/products/commands/edit-product";

export const createProductAction = action(createProduct);
export const editProductAction = action(editProduct);
