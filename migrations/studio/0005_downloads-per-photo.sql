CREATE TABLE `downloads` (
	`id` text PRIMARY KEY NOT NULL,
	`link_id` text NOT NULL,
	`order_id` text,
	`gallery_id` text,
	`photo_id` text,
	`size` text NOT NULL,
	`photos` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `downloads_link` ON `downloads` (`link_id`,`photo_id`,`size`,`at`);--> statement-breakpoint
CREATE INDEX `downloads_order` ON `downloads` (`order_id`,`id`);--> statement-breakpoint
CREATE INDEX `downloads_gallery` ON `downloads` (`gallery_id`,`id`);--> statement-breakpoint
CREATE INDEX `downloads_visitors` ON `downloads` (`at`) WHERE order_id IS NULL;--> statement-breakpoint
CREATE TABLE `__new_download_links` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text,
	`gallery_id` text,
	`token_hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	`max_downloads` integer,
	`revoked_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`gallery_id`) REFERENCES `galleries`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "download_links_holder" CHECK((order_id is null) <> (gallery_id is null))
);
--> statement-breakpoint
INSERT INTO `__new_download_links`("id", "order_id", "token_hash", "expires_at", "created_at") SELECT "id", "order_id", "token_hash", "expires_at", "created_at" FROM `download_links`;--> statement-breakpoint
DROP TABLE `download_links`;--> statement-breakpoint
ALTER TABLE `__new_download_links` RENAME TO `download_links`;--> statement-breakpoint
CREATE UNIQUE INDEX `download_links_token_hash_unique` ON `download_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `download_links_order` ON `download_links` (`order_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `download_links_gallery` ON `download_links` (`gallery_id`);--> statement-breakpoint
CREATE INDEX `download_links_expiry` ON `download_links` (`expires_at`);--> statement-breakpoint
-- Until now each line of an order was one photo.
CREATE TABLE `__new_entitlements` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`line_id` text NOT NULL,
	`photo_id` text NOT NULL,
	`size` text NOT NULL,
	`refunded_at` integer,
	`disputed_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_entitlements`("id", "order_id", "line_id", "photo_id", "size", "created_at") SELECT e."id", e."order_id", l."id", e."photo_id", e."size", e."created_at" FROM `entitlements` e JOIN `order_lines` l ON l.order_id = e.order_id AND l.photo_id = e.photo_id;--> statement-breakpoint
DROP TABLE `entitlements`;--> statement-breakpoint
ALTER TABLE `__new_entitlements` RENAME TO `entitlements`;--> statement-breakpoint
CREATE INDEX `entitlements_order` ON `entitlements` (`order_id`,`photo_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `entitlements_once` ON `entitlements` (`line_id`,`photo_id`,`size`);--> statement-breakpoint
ALTER TABLE `galleries` ADD `free_downloads` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `galleries` ADD `download_pin` text;--> statement-breakpoint
ALTER TABLE `galleries` ADD `free_downloads_since` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- What was downloaded is a log: nothing in it changes, and what a buyer took stays.
CREATE TRIGGER downloads_unchanged BEFORE UPDATE ON downloads BEGIN
  SELECT RAISE(ABORT, 'the log of downloads only grows');
END;
--> statement-breakpoint
CREATE TRIGGER downloads_kept BEFORE DELETE ON downloads WHEN OLD.order_id IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'the log of downloads only grows');
END;
