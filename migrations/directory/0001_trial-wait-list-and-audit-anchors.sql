CREATE TABLE `operator_alerts` (
	`kind` text PRIMARY KEY NOT NULL,
	`message` text NOT NULL,
	`count` integer DEFAULT 1 NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`told_at` integer
);
--> statement-breakpoint
CREATE TABLE `attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`window_ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `platform_attempts_window` ON `attempts` (`window_ends_at`);--> statement-breakpoint
CREATE TABLE `slug_quarantine` (
	`slug` text PRIMARY KEY NOT NULL,
	`studio_id` text NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `wait_list` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`studio_name` text NOT NULL,
	`slug` text NOT NULL,
	`created_at` integer NOT NULL,
	`told_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `wait_list_email_unique` ON `wait_list` (`email`);--> statement-breakpoint
CREATE INDEX `wait_list_waiting` ON `wait_list` (`told_at`,`created_at`);--> statement-breakpoint
ALTER TABLE `studios` ADD `trial_ends_at` integer;--> statement-breakpoint
ALTER TABLE `studios` ADD `audit_seq` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `studios` ADD `audit_hash` text DEFAULT '' NOT NULL;
--> statement-breakpoint
-- What the look-alike check of sign-up compares; the same expression stands there.
CREATE INDEX studios_skeleton ON studios (replace(replace(replace(replace(replace(replace(replace(slug,'-',''),'0','o'),'1','l'),'i','l'),'rn','m'),'vv','w'),'cl','d'));
