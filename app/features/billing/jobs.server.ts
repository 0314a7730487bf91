import { z } from "zod";
import { defineJob } from "../../jobs/define-job";

/** Makes the studio a customer of the platform at the payment provider. */
export const registerCustomerJob = defineJob({
  name: "register-customer",
  queue: "jobs",
  payload: z.object({}),
});
