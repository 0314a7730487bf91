CREATE TABLE `photo_metadata` (
	`photo_id` text PRIMARY KEY NOT NULL,
	`camera` text,
	`lens` text,
	`exposure_time` real,
	`aperture` real,
	`iso` integer,
	`focal_length` real,
	`caption` text,
	`keywords` text DEFAULT '[]' NOT NULL,
	`creator` text,
	`credit` text,
	`copyright` text,
	FOREIGN KEY (`photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `watermark` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`logo_key` text,
	`placement` text NOT NULL,
	`opacity` integer NOT NULL,
	`size` text NOT NULL,
	`revision` integer NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `__new_renditions` (
	`photo_id` text NOT NULL,
	`version` integer NOT NULL,
	`name` text NOT NULL,
	`format` text DEFAULT 'jpeg' NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`size` integer NOT NULL,
	`crc32` integer,
	PRIMARY KEY(`photo_id`, `version`, `name`, `format`),
	FOREIGN KEY (`photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_renditions`("photo_id", "version", "name", "format", "width", "height", "size", "crc32") SELECT "photo_id", "version", "name", 'jpeg', "width", "height", "size", NULL FROM `renditions`;--> statement-breakpoint
DROP TABLE `renditions`;--> statement-breakpoint
ALTER TABLE `__new_renditions` RENAME TO `renditions`;--> statement-breakpoint
ALTER TABLE `photos` ADD `rendering_version` integer;--> statement-breakpoint
ALTER TABLE `photos` ADD `watermark_revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `photos` ADD `thumbhash` text;--> statement-breakpoint
ALTER TABLE `photos` ADD `perceptual_hash` text;--> statement-breakpoint
ALTER TABLE `photos` ADD `sharpness` real;--> statement-breakpoint
ALTER TABLE `photos` ADD `decoder` text;--> statement-breakpoint
ALTER TABLE `photos` ADD `flags` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `photos` ADD `render_ms` integer;--> statement-breakpoint
ALTER TABLE `photos` ADD `render_bytes` integer;--> statement-breakpoint
CREATE INDEX `photos_watermark` ON `photos` (`status`,`watermark_revision`,`id`);--> statement-breakpoint
UPDATE `photos` SET `rendering_version` = `version` WHERE `status` = 'processing';
