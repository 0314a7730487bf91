CREATE TABLE `gallery_mailings` (
	`id` text PRIMARY KEY NOT NULL,
	`gallery_id` text NOT NULL,
	`subject` text NOT NULL,
	`message` text NOT NULL,
	`roles` text NOT NULL,
	`tells_password` integer NOT NULL,
	`tells_pin` integer NOT NULL,
	`send_at` integer NOT NULL,
	`status` text NOT NULL,
	`member_id` text,
	`sent_count` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`gallery_id`) REFERENCES `galleries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `gallery_mailings_due` ON `gallery_mailings` (`status`,`send_at`);--> statement-breakpoint
CREATE INDEX `gallery_mailings_gallery` ON `gallery_mailings` (`gallery_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `photo_metadata` ADD `captioned_at` integer;