import { z } from "zod";
import { pageQuery } from "../../http/pagination";

/** Query of GET /customers. */
export const customersQuery = pageQuery.extend({
  email: z.email("Enter an e-mail address such as anna@example.com.").max(254).optional(),
});
