import { notFound, statusOf } from "../../../lib/app-error";

/** Every address that nothing else answers. */
export function loader() {
  const error = notFound();
  throw new Response(error.message, { status: statusOf(error.type) });
}

export default function Nowhere() {
  return null;
}
