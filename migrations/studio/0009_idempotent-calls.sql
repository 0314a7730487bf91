CREATE TABLE `idempotent_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`request` text NOT NULL,
	`runs` integer DEFAULT 1 NOT NULL,
	`runs_until` integer NOT NULL,
	`answer` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `idempotent_calls_name_unique` ON `idempotent_calls` (`name`);--> statement-breakpoint
CREATE INDEX `idempotent_calls_age` ON `idempotent_calls` (`created_at`);
