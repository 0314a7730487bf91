import { type Case, closed, form, open } from "./asked";
import { programCases } from "./program-cases";
import { studioCases } from "./studio-cases";
import { visitorCases } from "./visitor-cases";

const picturesForm = {
  kind: "text",
  text: "Proof",
  placement: "tiled",
  opacity: "40",
  size: "medium",
  credits: "file",
  avif: "off",
};

/**
 * How each route is asked, by its method and its pattern. Every route of the app stands here; one that takes
 * no thing of a studio is asked all the same, because its answer must not tell of another studio.
 */
export const cases: Record<string, Case> = {
  ...visitorCases,
  ...studioCases,
  ...programCases,

  // Behind everything that needs a photo that failed: it has them all processed again.
  "POST /studio/settings/pictures": closed(() => [
    form("/studio/settings/pictures", { intent: "save", ...picturesForm }),
    form("/studio/settings/pictures", { intent: "retry" }),
  ]),

  // The last one: it ends the sign-in session.
  "POST /sign-out": open(() => [{ path: "/sign-out", form: {} }]),
};
