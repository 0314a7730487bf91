import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import type { z } from "zod";
import { AppError, isAppError, notFound, statusOf } from "../lib/app-error";
import { log } from "../lib/log";
import { MINUTE } from "../lib/time";
import type { Studio } from "../tenancy/studio";
import { redirectWithFlash } from "./flash";
import { formPage } from "./form-page";
import { readForm } from "./read-form";
import type { RequestContext } from "./request-context";

/**
 * Who may come in. "public" is everybody, "member" is any member who is signed in (not a key of theirs), "client" any client, and
 * everything else is a capability. A route cannot leave it out.
 */
export type Access = "public" | "member" | "client" | `${string}:${string}`;

/** What a route declares of itself. */
interface Declared {
  may: Access;
  /**
   * For dangerous acts: the member must have given password or code in this browser within the last 15 minutes.
   * Declare it on the loader of the page that shows the form as well, so that nothing typed is lost.
   */
  confirmed?: true;
}

/** The right that each button of a form needs besides, by its intent, where the page is open to more people than they are. */
type Acts<Values> = Values extends { intent: infer Intent extends string } ? Record<Intent, Access> : never;

/** What can be read off a loader or an action without running it. */
export interface Declaration extends Declared {
  acts?: Readonly<Record<string, Access>>;
}

export interface RouteInput {
  studio: Studio;
  request: Request;
  params: Record<string, string | undefined>;
  context: RequestContext;
}

/** Where somebody who has to sign in is sent; the page they wanted comes back afterwards. */
const SIGN_IN_PATH = "/sign-in";
const CLIENT_SIGN_IN_PATH = "/client/sign-in";

/** Where a member is asked for password or code once more. */
const CONFIRM_PATH = "/account/confirm";
const CONFIRMATION_LASTS = 15 * MINUTE;

/** A loader of a studio's page: opens the door for those who may, then runs. */
export function studioLoader<Data>(declared: Declared, load: (input: RouteInput) => Promise<Data>) {
  const loader = async ({ context, request, params }: LoaderFunctionArgs): Promise<Data> =>
    orResponse(async () => {
      const studio = admit(context, request, declared);
      return load({ studio, request, params, context });
    });
  return Object.assign(loader, { declared: declared as Declaration });
}

/**
 * An action of a studio's page: as a loader, and the form is validated before the code sees it. What was done too often
 * leads back to the form's page, which says so.
 */
export function studioAction<Schema extends z.ZodType, Data>(
  declared: Declared & { form: Schema | ((studio: Studio) => Schema); acts?: Acts<z.infer<Schema>> },
  act: (
    input: RouteInput & { values: z.infer<Schema>; submission: Awaited<ReturnType<typeof readForm<Schema>>> },
  ) => Promise<Data>,
) {
  const { form, ...declaration } = declared;
  const action = async ({ context, request, params }: ActionFunctionArgs) =>
    orResponse(async () => {
      const studio = admit(context, request, declared);
      const schema = typeof form === "function" ? form(studio) : form;
      const submission = await readForm(request, schema, studio.tenant.locale);
      if (submission.status !== "success") return submission.reply();
      const { value: values } = submission;
      const right = declared.acts?.[(values as { intent: keyof Acts<z.infer<Schema>> }).intent];
      if (right && !may(studio, right)) throw new AppError("forbidden", "Your role does not allow this.");
      return act({ studio, request, params, context, values, submission }).catch((error: unknown) => {
        if (!isAppError(error) || error.type !== "rate_limited") throw error;
        const here = new URL(request.url).pathname.replace(/\.data$/, "");
        throw redirectWithFlash(formPage(request, here), error.message, request);
      });
    });
  return Object.assign(action, { declared: declaration as Declaration });
}

/** An action that reads the body itself, because files come in it. */
export function studioUpload(declared: Declared, take: (input: RouteInput) => Promise<Response>) {
  return studioLoader(declared, take);
}

/** Whether the one who is asking has a right. */
export function may(studio: Studio, access: Access): boolean {
  if (access === "public") return true;
  // A key opens what its scopes say; the account of its member is none of them.
  if (access === "member") return studio.actor.kind === "member" && studio.actor.proof?.by !== "key";
  if (access === "client") return studio.actor.kind === "client";
  return studio.actor.capabilities.has(access);
}

function admit(context: RequestContext, request: Request, declared: Declared): Studio {
  const { studio } = context;
  if (!studio) throw notFound();
  if (may(studio, declared.may)) {
    if (declared.confirmed && !isConfirmed(studio)) throw redirect(CONFIRM_PATH + backTo(request));
    return studio;
  }
  if (studio.actor.kind === "stranger") {
    const page = declared.may === "client" ? CLIENT_SIGN_IN_PATH : SIGN_IN_PATH;
    throw redirect(page + (request.method === "GET" ? backTo(request) : ""));
  }
  logRefusedAccess(studio, declared.may);
  throw notFound();
}

/** Tells the operator that somebody came who has not the right. */
export function logRefusedAccess({ tenant, actor }: Studio, access: Access): void {
  const { kind, id: actorId, proof } = actor;
  log("warn", "refused for want of a right", {
    studioId: tenant.id,
    actor: kind,
    actorId,
    by: proof?.by,
    access,
  });
}

/**
 * Whether the member gave password or code here lately. A moment in the future counts as none: the clock was set
 * back. Throws `forbidden` for who came with a token or a key, which cannot be asked.
 */
function isConfirmed({ actor, clock }: Studio): boolean {
  if (actor.proof?.by !== "sign-in") throw new AppError("forbidden", "Sign in with a browser to do this.");
  const age = clock.now() - actor.proof.confirmedAt;
  return age >= 0 && age < CONFIRMATION_LASTS;
}

/** The query that brings somebody back to the page they wanted; of a form, the page it is on. */
function backTo(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return `?to=${encodeURIComponent(pathname.replace(/\.data$/, "") + search)}`;
}

/**
 * For an action that reads its form itself: Remix shows a thrown Response in the error page with its status;
 * what is not expected stays an error.
 */
export async function orResponse<Value>(run: () => Promise<Value>): Promise<Value> {
  try {
    return await run();
  } catch (error) {
    if (!isAppError(error)) throw error;
    const { retryAfterSeconds } = error.details;
    const headers: HeadersInit =
      retryAfterSeconds === undefined ? {} : { "Retry-After": String(retryAfterSeconds) };
    throw new Response(error.message, { status: statusOf(error.type), headers });
  }
}
