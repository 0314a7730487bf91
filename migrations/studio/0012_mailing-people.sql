CREATE TABLE `gallery_mailing_people` (
	`mailing_id` text NOT NULL,
	`person_id` text NOT NULL,
	`sent_at` integer,
	`failure` text,
	PRIMARY KEY(`mailing_id`, `person_id`),
	FOREIGN KEY (`mailing_id`) REFERENCES `gallery_mailings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `gallery_people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `gallery_mailing_people_person` ON `gallery_mailing_people` (`person_id`);--> statement-breakpoint
ALTER TABLE `photos` ADD `capture_shift` integer DEFAULT 0 NOT NULL;