import { z } from "zod";

/** Query of an upload. The name is the photographer's own; it is made safe before it is kept. */
export const uploadQuery = z.object({
  filename: z.string("Name the file: ?filename=DSC_0001.jpg").trim().min(1, "Name the file.").max(255),
});

/** What the gallery page of the workspace can be asked to do with photos. */
export const retryForm = z.object({ photoId: z.string().max(60) });
