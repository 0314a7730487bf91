import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import type { z } from "zod";
import { isAppError, notFound, statusOf } from "../lib/app-error";
import type { Studio } from "../tenancy/studio";
import { readForm } from "./read-form";
import type { RequestContext } from "./request-context";

/**
 * Who may come in. "public" is everybody, "member" is anybody who is signed in, and everything else is a
 * capability. A route cannot leave it out.
 */
export type Access = "public" | "member" | `${string}:${string}`;

export interface RouteInput {
  studio: Studio;
  request: Request;
  params: Record<string, string | undefined>;
  context: RequestContext;
}

/** Where somebody who has to sign in is sent; the page they wanted comes back afterwards. */
const SIGN_IN_PATH = "/sign-in";

/** A loader of a studio's page: opens the door for those who may, then runs. */
export function studioLoader<Data>(declared: { may: Access }, load: (input: RouteInput) => Promise<Data>) {
  return async ({ context, request, params }: LoaderFunctionArgs): Promise<Data> =>
    orResponse(async () => {
      const studio = admit(context, request, declared.may);
      return load({ studio, request, params, context });
    });
}

/** An action of a studio's page: as a loader, and the form is validated before the code sees it. */
export function studioAction<Schema extends z.ZodType, Data>(
  declared: { may: Access; form: Schema | ((studio: Studio) => Schema) },
  act: (
    input: RouteInput & { values: z.infer<Schema>; submission: Awaited<ReturnType<typeof readForm<Schema>>> },
  ) => Promise<Data>,
) {
  return async ({ context, request, params }: ActionFunctionArgs) =>
    orResponse(async () => {
      const studio = admit(context, request, declared.may);
      const schema = typeof declared.form === "function" ? declared.form(studio) : declared.form;
      const submission = await readForm(request, schema);
      if (submission.status !== "success") return submission.reply();
      return act({ studio, request, params, context, values: submission.value, submission });
    });
}

/** Whether the one who is asking has a right. */
export function may(studio: Studio, access: Access): boolean {
  if (access === "public") return true;
  if (access === "member") return studio.actor.kind === "member";
  return studio.actor.capabilities.has(access);
}

function admit(context: RequestContext, request: Request, access: Access): Studio {
  const { studio } = context;
  if (!studio) throw notFound();
  if (may(studio, access)) return studio;
  if (studio.actor.kind === "stranger") {
    const { pathname, search } = new URL(request.url);
    const back =
      request.method === "GET" ? `?to=${encodeURIComponent(pathname.replace(/\.data$/, "") + search)}` : "";
    throw redirect(SIGN_IN_PATH + back);
  }
  throw notFound();
}

/**
 * For an action that reads its form itself: Remix shows a thrown Response in the error page with its status;
 * what is not expected stays an error.
 */
export async function orResponse<Value>(run: () => Promise<Value>): Promise<Value> {
  try {
    return await run();
  } catch (error) {
    if (isAppError(error)) throw new Response(error.message, { status: statusOf(error.type) });
    throw error;
  }
}
