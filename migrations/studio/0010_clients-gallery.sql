CREATE TABLE `sections` (
	`id` text PRIMARY KEY NOT NULL,
	`gallery_id` text NOT NULL,
	`name` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`price_list_id` text,
	`ready_count` integer DEFAULT 0 NOT NULL,
	`shown_count` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`gallery_id`) REFERENCES `galleries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sections_gallery` ON `sections` (`gallery_id`,`position`,`id`);--> statement-breakpoint
CREATE TABLE `favourites` (
	`list_id` text NOT NULL,
	`photo_id` text NOT NULL,
	`mark` text,
	`label` integer,
	`comment` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`list_id`, `photo_id`),
	FOREIGN KEY (`list_id`) REFERENCES `favourites_lists`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `favourites_photo` ON `favourites` (`photo_id`);--> statement-breakpoint
CREATE TABLE `favourites_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`gallery_id` text NOT NULL,
	`client_id` text NOT NULL,
	`visitor_id` text,
	`name` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`finished_at` integer,
	`reminded_at` integer,
	`extras_paid` integer DEFAULT 0 NOT NULL,
	`changed_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`gallery_id`) REFERENCES `galleries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visitor_id`) REFERENCES `visitors`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `favourites_lists_gallery` ON `favourites_lists` (`gallery_id`,`id`);--> statement-breakpoint
CREATE INDEX `favourites_lists_client` ON `favourites_lists` (`client_id`);--> statement-breakpoint
CREATE INDEX `favourites_lists_visitor` ON `favourites_lists` (`visitor_id`);--> statement-breakpoint
CREATE INDEX `favourites_lists_unfinished` ON `favourites_lists` (`finished_at`,`reminded_at`,`changed_at`);--> statement-breakpoint
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
CREATE TABLE `gallery_day_visitors` (
	`gallery_id` text NOT NULL,
	`day` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`gallery_id`, `day`, `hash`)
);
--> statement-breakpoint
CREATE INDEX `gallery_day_visitors_day` ON `gallery_day_visitors` (`day`);--> statement-breakpoint
CREATE TABLE `gallery_days` (
	`gallery_id` text NOT NULL,
	`day` text NOT NULL,
	`views` integer DEFAULT 0 NOT NULL,
	`visitors` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`gallery_id`, `day`),
	FOREIGN KEY (`gallery_id`) REFERENCES `galleries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `gallery_notices` (
	`gallery_id` text NOT NULL,
	`client_id` text NOT NULL,
	`kind` text NOT NULL,
	`about` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`gallery_id`, `client_id`, `kind`, `about`),
	FOREIGN KEY (`gallery_id`) REFERENCES `galleries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `gallery_notices_client` ON `gallery_notices` (`client_id`);--> statement-breakpoint
CREATE TABLE `gallery_people` (
	`id` text PRIMARY KEY NOT NULL,
	`gallery_id` text NOT NULL,
	`client_id` text NOT NULL,
	`role` text NOT NULL,
	`link_version` integer DEFAULT 1 NOT NULL,
	`invited_at` integer,
	`first_seen_at` integer,
	`revoked_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`gallery_id`) REFERENCES `galleries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `gallery_people_once` ON `gallery_people` (`gallery_id`,`client_id`);--> statement-breakpoint
CREATE INDEX `gallery_people_client` ON `gallery_people` (`client_id`);--> statement-breakpoint
CREATE TABLE `gallery_visits` (
	`gallery_id` text NOT NULL,
	`visitor_id` text NOT NULL,
	`access_version` integer,
	`registered_at` integer,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`gallery_id`, `visitor_id`),
	FOREIGN KEY (`gallery_id`) REFERENCES `galleries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`visitor_id`) REFERENCES `visitors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `gallery_visits_visitor` ON `gallery_visits` (`visitor_id`);--> statement-breakpoint
CREATE TABLE `marketing_consents` (
	`client_id` text PRIMARY KEY NOT NULL,
	`gallery_id` text,
	`sentence` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `visitors` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`client_id` text,
	`proven_at` integer,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visitors_secret_hash_unique` ON `visitors` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `visitors_client` ON `visitors` (`client_id`);--> statement-breakpoint
CREATE INDEX `visitors_seen` ON `visitors` (`seen_at`);--> statement-breakpoint
CREATE TABLE `order_services` (
	`order_id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`applied_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
DROP INDEX `photos_settings`;--> statement-breakpoint
ALTER TABLE `photos` ADD `section_id` text REFERENCES sections(id) ON DELETE SET NULL;--> statement-breakpoint
ALTER TABLE `photos` ADD `position` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `photos` ADD `hidden` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `photos` ADD `original_deleted_at` integer;--> statement-breakpoint
CREATE INDEX `photos_seen` ON `photos` (`gallery_id`,`section_id`,`status`,`position`,`id`);--> statement-breakpoint
CREATE INDEX `photos_shown` ON `photos` (`gallery_id`,`section_id`,`status`,`hidden`,`position`,`id`);--> statement-breakpoint
CREATE INDEX `photos_section` ON `photos` (`section_id`);--> statement-breakpoint
CREATE INDEX `photos_settings` ON `photos` (`status`,`settings_revision`,`id`) WHERE original_deleted_at IS NULL;--> statement-breakpoint
ALTER TABLE `studio_identity` ADD `about` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `studio_identity` ADD `contact_email` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `studio_identity` ADD `contact_phone` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `studio_identity` ADD `contact_address` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `studio_identity` ADD `instagram` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `clients` ADD `locale` text;--> statement-breakpoint
ALTER TABLE `download_links` ADD `role` text;--> statement-breakpoint
ALTER TABLE `download_links` ADD `access_version` integer;--> statement-breakpoint
ALTER TABLE `download_links` ADD `person_id` text REFERENCES gallery_people(id) ON DELETE CASCADE;--> statement-breakpoint
CREATE INDEX `download_links_person` ON `download_links` (`person_id`);--> statement-breakpoint
ALTER TABLE `galleries` ADD `password` text;--> statement-breakpoint
ALTER TABLE `galleries` ADD `access_version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `galleries` ADD `registration` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `galleries` ADD `rights` text DEFAULT '{"main":{"favourite":true,"download":"none","buy":true,"share":true,"hide":true},"guest":{"favourite":true,"download":"none","buy":true,"share":true,"hide":false},"buyer":{"favourite":true,"download":"none","buy":true,"share":true,"hide":false}}' NOT NULL;--> statement-breakpoint
ALTER TABLE `galleries` ADD `expiry_set_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `galleries` ADD `cover` text DEFAULT 'full' NOT NULL;--> statement-breakpoint
ALTER TABLE `galleries` ADD `cover_photo_id` text;--> statement-breakpoint
ALTER TABLE `galleries` ADD `cover_x` integer DEFAULT 50 NOT NULL;--> statement-breakpoint
ALTER TABLE `galleries` ADD `cover_y` integer DEFAULT 50 NOT NULL;--> statement-breakpoint
ALTER TABLE `galleries` ADD `grid` text DEFAULT 'justified' NOT NULL;--> statement-breakpoint
ALTER TABLE `galleries` ADD `typeface` text DEFAULT 'serif' NOT NULL;--> statement-breakpoint
ALTER TABLE `galleries` ADD `theme` text DEFAULT 'light' NOT NULL;--> statement-breakpoint
ALTER TABLE `galleries` ADD `shot_on` text;--> statement-breakpoint
ALTER TABLE `galleries` ADD `subtitle` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `galleries` ADD `preset` text;--> statement-breakpoint
ALTER TABLE `galleries` ADD `watermark` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `galleries` ADD `proofing` text DEFAULT '{"mode":"favourites","picks":null,"extraPrice":null,"remindAfterDays":null}' NOT NULL;--> statement-breakpoint
ALTER TABLE `galleries` ADD `reopen_price` integer;--> statement-breakpoint
ALTER TABLE `galleries` ADD `reopen_days` integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE `galleries` ADD `grace_days` integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE `galleries` ADD `deletes_originals` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `galleries` ADD `deletion_at` integer;--> statement-breakpoint
ALTER TABLE `galleries` ADD `originals_deleted_at` integer;--> statement-breakpoint
ALTER TABLE `galleries` ADD `shown_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `photo_metadata` ADD `captioned_at` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `sees_hidden` integer DEFAULT false NOT NULL;
--> statement-breakpoint
UPDATE galleries SET
  rights = json_set(rights, '$.main.download', free_downloads, '$.guest.download', free_downloads, '$.buyer.download', free_downloads),
  shown_count = ready_count;
--> statement-breakpoint
UPDATE download_links SET
  role = (SELECT CASE g.visibility WHEN 'public' THEN 'buyer' ELSE 'guest' END FROM galleries g WHERE g.id = gallery_id),
  access_version = (SELECT g.access_version FROM galleries g WHERE g.id = gallery_id)
WHERE gallery_id IS NOT NULL;
--> statement-breakpoint
-- The counters of galleries and sections follow their photos by themselves, so that no page has to count.
DROP TRIGGER photos_added;
--> statement-breakpoint
DROP TRIGGER photos_removed;
--> statement-breakpoint
DROP TRIGGER photos_changed;
--> statement-breakpoint
CREATE TRIGGER photos_added AFTER INSERT ON photos BEGIN
  UPDATE galleries SET
    photo_count = photo_count + 1,
    ready_count = ready_count + (NEW.status = 'ready'),
    failed_count = failed_count + (NEW.status = 'failed'),
    shown_count = shown_count + (NEW.status = 'ready' AND NOT NEW.hidden)
  WHERE id = NEW.gallery_id;
  UPDATE sections SET
    ready_count = ready_count + (NEW.status = 'ready'),
    shown_count = shown_count + (NEW.status = 'ready' AND NOT NEW.hidden)
  WHERE id = NEW.section_id;
END;
--> statement-breakpoint
CREATE TRIGGER photos_removed AFTER DELETE ON photos BEGIN
  UPDATE galleries SET
    photo_count = photo_count - 1,
    ready_count = ready_count - (OLD.status = 'ready'),
    failed_count = failed_count - (OLD.status = 'failed'),
    shown_count = shown_count - (OLD.status = 'ready' AND NOT OLD.hidden)
  WHERE id = OLD.gallery_id;
  UPDATE sections SET
    ready_count = ready_count - (OLD.status = 'ready'),
    shown_count = shown_count - (OLD.status = 'ready' AND NOT OLD.hidden)
  WHERE id = OLD.section_id;
END;
--> statement-breakpoint
CREATE TRIGGER photos_changed AFTER UPDATE OF status, hidden, section_id ON photos
WHEN OLD.status <> NEW.status OR OLD.hidden <> NEW.hidden OR OLD.section_id IS NOT NEW.section_id BEGIN
  UPDATE galleries SET
    ready_count = ready_count + (NEW.status = 'ready') - (OLD.status = 'ready'),
    failed_count = failed_count + (NEW.status = 'failed') - (OLD.status = 'failed'),
    shown_count = shown_count + (NEW.status = 'ready' AND NOT NEW.hidden) - (OLD.status = 'ready' AND NOT OLD.hidden)
  WHERE id = NEW.gallery_id;
  UPDATE sections SET
    ready_count = ready_count - (OLD.status = 'ready'),
    shown_count = shown_count - (OLD.status = 'ready' AND NOT OLD.hidden)
  WHERE id = OLD.section_id;
  UPDATE sections SET
    ready_count = ready_count + (NEW.status = 'ready'),
    shown_count = shown_count + (NEW.status = 'ready' AND NOT NEW.hidden)
  WHERE id = NEW.section_id;
END;
--> statement-breakpoint
-- Photos of a section that goes away stand before all sections.
CREATE TRIGGER sections_removed BEFORE DELETE ON sections BEGIN
  UPDATE photos SET section_id = NULL WHERE section_id = OLD.id;
END;
