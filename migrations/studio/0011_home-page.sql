ALTER TABLE `studio_identity` ADD `about` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `studio_identity` ADD `contact_email` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `studio_identity` ADD `contact_phone` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `studio_identity` ADD `contact_address` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `studio_identity` ADD `instagram` text DEFAULT '' NOT NULL;