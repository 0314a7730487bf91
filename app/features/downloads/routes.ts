import { route } from "@remix-run/route-config";

export const downloadRoutes = [route("d/:token", "features/downloads/routes/download.tsx")];
