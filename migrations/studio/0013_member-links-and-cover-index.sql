DROP INDEX `photos_gallery_status`;--> statement-breakpoint
CREATE INDEX `photos_guests` ON `photos` (`gallery_id`,`status`,`hidden`,`id`);--> statement-breakpoint
ALTER TABLE `download_links` ADD `member_id` text REFERENCES members(id);--> statement-breakpoint
CREATE INDEX `download_links_member` ON `download_links` (`member_id`);