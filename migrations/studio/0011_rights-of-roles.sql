ALTER TABLE `download_links` ADD `role` text;--> statement-breakpoint
ALTER TABLE `download_links` ADD `access_version` integer;--> statement-breakpoint
ALTER TABLE `download_links` ADD `person_id` text REFERENCES gallery_people(id) ON DELETE cascade;--> statement-breakpoint
UPDATE `download_links` SET
  `role` = (SELECT CASE g.visibility WHEN 'public' THEN 'buyer' ELSE 'guest' END FROM galleries g WHERE g.id = gallery_id),
  `access_version` = (SELECT g.access_version FROM galleries g WHERE g.id = gallery_id)
WHERE `gallery_id` IS NOT NULL;--> statement-breakpoint
CREATE INDEX `download_links_person` ON `download_links` (`person_id`);--> statement-breakpoint
ALTER TABLE `orders` ADD `sees_hidden` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `galleries` DROP COLUMN `free_downloads`;