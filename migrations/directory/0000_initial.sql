CREATE TABLE `clock` (
	`id` integer PRIMARY KEY NOT NULL,
	`offset_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `database_pool` (
	`db_ref` text PRIMARY KEY NOT NULL,
	`state` text DEFAULT 'free' NOT NULL,
	`deployed_at` integer,
	`claimed_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `database_pool_claimed_by_unique` ON `database_pool` (`claimed_by`);--> statement-breakpoint
CREATE INDEX `database_pool_free` ON `database_pool` (`state`,`db_ref`);--> statement-breakpoint
CREATE TABLE `provider_events` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`account` text,
	`object_id` text,
	`state` text DEFAULT 'received' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`received_at` integer NOT NULL,
	`done_at` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE INDEX `provider_events_open` ON `provider_events` (`state`,`received_at`);--> statement-breakpoint
CREATE TABLE `studios` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`status` text DEFAULT 'active' NOT NULL,
	`placement` text DEFAULT 'local' NOT NULL,
	`db_ref` text NOT NULL,
	`schema_version` integer NOT NULL,
	`provider_account` text,
	`next_due_at` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `studios_slug_unique` ON `studios` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `studios_db_ref_unique` ON `studios` (`db_ref`);--> statement-breakpoint
CREATE UNIQUE INDEX `studios_provider_account_unique` ON `studios` (`provider_account`);--> statement-breakpoint
CREATE INDEX `studios_due` ON `studios` (`status`,`next_due_at`);