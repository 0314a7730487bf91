import { defineConfig } from "drizzle-kit";

// DATABASE=directory|studio npx drizzle-kit generate --name what-changes
const isDirectory = process.env.DATABASE === "directory";

export default defineConfig({
  dialect: "sqlite",
  schema: isDirectory
    ? "./app/db/directory-schema.ts"
    : [
        "./app/tenancy/schema.ts",
        "./app/events/schema.ts",
        "./app/jobs/schema.ts",
        "./app/features/*/schema.ts",
        "./app/features/*/schema/*.ts",
      ],
  out: isDirectory ? "./migrations/directory" : "./migrations/studio",
});
