import { Hono } from "hono";
import { admitted, readQuery, sendData } from "../../http/api";
import type { HttpEnv } from "../../http/hono-env";
import { customersQuery } from "./api-forms";
import { type Customer, customersPage, getCustomer } from "./customers.server";

import { isErased } from "./model";

/** /api/v1/customers: clients of the studio, who are made by their first order. */
export const customersApi = new Hono<HttpEnv>()
  .get("/", async (c) => {
    const studio = admitted(c, "clients:read");
    const { items, nextCursor } = await customersPage(studio, readQuery(c, customersQuery));
    return sendData(c, { items: items.map(present), nextCursor });
  })
  .get("/:id", async (c) => {
    const studio = admitted(c, "clients:read");
    return sendData(c, present(await getCustomer(studio, c.req.param("id"))));
  });

function present({ id, email, name, orders, createdAt }: Customer) {
  return {
    id,
    /** Null once the person was erased. */
    email: isErased(email) ? null : email,
    name,
    /** How many they paid, or are paying. */
    orders,
    createdAt: new Date(createdAt).toISOString(),
  };
}
