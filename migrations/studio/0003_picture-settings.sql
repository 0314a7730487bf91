ALTER TABLE `watermark` RENAME TO `picture_settings`;--> statement-breakpoint
ALTER TABLE `picture_settings` ADD `credits` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `picture_settings` ADD `avif` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `photos` RENAME COLUMN `watermark_revision` TO `settings_revision`;--> statement-breakpoint
ALTER TABLE `photos` ADD `attempt` text;--> statement-breakpoint
ALTER TABLE `photos` ADD `avif` text;--> statement-breakpoint
DROP INDEX `photos_watermark`;--> statement-breakpoint
CREATE INDEX `photos_settings` ON `photos` (`status`,`settings_revision`,`id`);--> statement-breakpoint
CREATE INDEX `photos_avif` ON `photos` (`status`,`avif`,`id`);--> statement-breakpoint
CREATE INDEX `photos_failed` ON `photos` (`id`) WHERE failure IS NOT NULL;--> statement-breakpoint
CREATE INDEX `photos_by_photon` ON `photos` (`id`) WHERE decoder = 'photon';
