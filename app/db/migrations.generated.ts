// Made by `npm run generate` from migrations/.
export interface Migration {
  name: string;
  statements: string[];
}

export const directoryMigrations: readonly Migration[] = [
  {
    "name": "0000_initial",
    "statements": [
      "CREATE TABLE `clock` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`offset_ms` integer NOT NULL\n);",
      "CREATE TABLE `database_pool` (\n\t`db_ref` text PRIMARY KEY NOT NULL,\n\t`state` text DEFAULT 'free' NOT NULL,\n\t`deployed_at` integer,\n\t`claimed_by` text\n);",
      "CREATE UNIQUE INDEX `database_pool_claimed_by_unique` ON `database_pool` (`claimed_by`);",
      "CREATE INDEX `database_pool_free` ON `database_pool` (`state`,`db_ref`);",
      "CREATE TABLE `provider_events` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`type` text NOT NULL,\n\t`account` text,\n\t`object_id` text,\n\t`state` text DEFAULT 'received' NOT NULL,\n\t`attempts` integer DEFAULT 0 NOT NULL,\n\t`received_at` integer NOT NULL,\n\t`done_at` integer,\n\t`last_error` text\n);",
      "CREATE INDEX `provider_events_open` ON `provider_events` (`state`,`received_at`);",
      "CREATE TABLE `studios` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`slug` text NOT NULL,\n\t`name` text NOT NULL,\n\t`status` text DEFAULT 'active' NOT NULL,\n\t`placement` text DEFAULT 'local' NOT NULL,\n\t`db_ref` text NOT NULL,\n\t`schema_version` integer NOT NULL,\n\t`provider_account` text,\n\t`next_due_at` integer DEFAULT 0 NOT NULL,\n\t`created_at` integer NOT NULL\n);",
      "CREATE UNIQUE INDEX `studios_slug_unique` ON `studios` (`slug`);",
      "CREATE UNIQUE INDEX `studios_db_ref_unique` ON `studios` (`db_ref`);",
      "CREATE UNIQUE INDEX `studios_provider_account_unique` ON `studios` (`provider_account`);",
      "CREATE INDEX `studios_due` ON `studios` (`status`,`next_due_at`);"
    ]
  },
  {
    "name": "0001_trial-wait-list-and-audit-anchors",
    "statements": [
      "CREATE TABLE `operator_alerts` (\n\t`kind` text PRIMARY KEY NOT NULL,\n\t`message` text NOT NULL,\n\t`count` integer DEFAULT 1 NOT NULL,\n\t`first_at` integer NOT NULL,\n\t`last_at` integer NOT NULL,\n\t`told_at` integer\n);",
      "CREATE TABLE `attempts` (\n\t`key` text PRIMARY KEY NOT NULL,\n\t`count` integer NOT NULL,\n\t`window_ends_at` integer NOT NULL\n);",
      "CREATE INDEX `platform_attempts_window` ON `attempts` (`window_ends_at`);",
      "CREATE TABLE `slug_quarantine` (\n\t`slug` text PRIMARY KEY NOT NULL,\n\t`studio_id` text NOT NULL,\n\t`until` integer NOT NULL\n);",
      "CREATE TABLE `wait_list` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`email` text NOT NULL,\n\t`studio_name` text NOT NULL,\n\t`slug` text NOT NULL,\n\t`created_at` integer NOT NULL,\n\t`told_at` integer\n);",
      "CREATE UNIQUE INDEX `wait_list_email_unique` ON `wait_list` (`email`);",
      "CREATE INDEX `wait_list_waiting` ON `wait_list` (`told_at`,`created_at`);",
      "ALTER TABLE `studios` ADD `trial_ends_at` integer;",
      "ALTER TABLE `studios` ADD `audit_seq` integer DEFAULT 0 NOT NULL;",
      "ALTER TABLE `studios` ADD `audit_hash` text DEFAULT '' NOT NULL;",
      "-- What the look-alike check of sign-up compares; the same expression stands there.\nCREATE INDEX studios_skeleton ON studios (replace(replace(replace(replace(replace(replace(replace(slug,'-',''),'0','o'),'1','l'),'i','l'),'rn','m'),'vv','w'),'cl','d'));"
    ]
  }
];

export const studioMigrations: readonly Migration[] = [
  {
    "name": "0000_initial",
    "statements": [
      "CREATE TABLE `studio_identity` (\n\t`studio_id` text PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`tagline` text DEFAULT '' NOT NULL,\n\t`locale` text NOT NULL,\n\t`time_zone` text NOT NULL,\n\t`currency` text NOT NULL,\n\t`accent` text NOT NULL,\n\t`watermark_text` text NOT NULL,\n\t`created_at` integer NOT NULL\n);",
      "CREATE TABLE `outbox` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`payload` text NOT NULL,\n\t`happened_at` integer NOT NULL,\n\t`relayed_at` integer\n);",
      "CREATE INDEX `outbox_waiting` ON `outbox` (`happened_at`) WHERE relayed_at IS NULL;",
      "CREATE TABLE `jobs` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`payload` text NOT NULL,\n\t`state` text DEFAULT 'queued' NOT NULL,\n\t`attempts` integer DEFAULT 0 NOT NULL,\n\t`created_at` integer NOT NULL,\n\t`enqueued_at` integer DEFAULT 0 NOT NULL,\n\t`lease_until` integer DEFAULT 0 NOT NULL,\n\t`last_error` text,\n\t`done_at` integer\n);",
      "CREATE INDEX `jobs_open` ON `jobs` (`enqueued_at`) WHERE state IN ('queued', 'running');",
      "CREATE TABLE `api_tokens` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`member_id` text NOT NULL,\n\t`kind` text NOT NULL,\n\t`token_hash` text NOT NULL,\n\t`expires_at` integer NOT NULL,\n\tFOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade\n);",
      "CREATE UNIQUE INDEX `api_tokens_token_hash_unique` ON `api_tokens` (`token_hash`);",
      "CREATE INDEX `api_tokens_expiry` ON `api_tokens` (`expires_at`);",
      "CREATE INDEX `api_tokens_member` ON `api_tokens` (`member_id`);",
      "CREATE TABLE `attempts` (\n\t`key` text PRIMARY KEY NOT NULL,\n\t`count` integer NOT NULL,\n\t`window_ends_at` integer NOT NULL\n);",
      "CREATE INDEX `attempts_window` ON `attempts` (`window_ends_at`);",
      "CREATE TABLE `members` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`email` text NOT NULL,\n\t`name` text NOT NULL,\n\t`role` text NOT NULL,\n\t`password_hash` text NOT NULL,\n\t`created_at` integer NOT NULL\n);",
      "CREATE UNIQUE INDEX `members_email_unique` ON `members` (`email`);",
      "CREATE TABLE `sign_in_sessions` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`member_id` text NOT NULL,\n\t`expires_at` integer NOT NULL,\n\tFOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade\n);",
      "CREATE INDEX `sign_in_sessions_member` ON `sign_in_sessions` (`member_id`);",
      "CREATE INDEX `sign_in_sessions_expiry` ON `sign_in_sessions` (`expires_at`);",
      "CREATE TABLE `clients` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`email` text NOT NULL,\n\t`name` text DEFAULT '' NOT NULL,\n\t`created_at` integer NOT NULL\n);",
      "CREATE UNIQUE INDEX `clients_email_unique` ON `clients` (`email`);",
      "CREATE TABLE `download_links` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`order_id` text NOT NULL,\n\t`token_hash` text NOT NULL,\n\t`expires_at` integer NOT NULL,\n\t`created_at` integer NOT NULL,\n\tFOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE UNIQUE INDEX `download_links_token_hash_unique` ON `download_links` (`token_hash`);",
      "CREATE INDEX `download_links_order` ON `download_links` (`order_id`);",
      "CREATE INDEX `download_links_expiry` ON `download_links` (`expires_at`);",
      "CREATE TABLE `entitlements` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`order_id` text NOT NULL,\n\t`photo_id` text NOT NULL,\n\t`size` text NOT NULL,\n\t`created_at` integer NOT NULL,\n\tFOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,\n\tFOREIGN KEY (`photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE UNIQUE INDEX `entitlements_once` ON `entitlements` (`order_id`,`photo_id`,`size`);",
      "CREATE TABLE `galleries` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`slug` text NOT NULL,\n\t`share_key` text NOT NULL,\n\t`visibility` text NOT NULL,\n\t`status` text DEFAULT 'draft' NOT NULL,\n\t`price_amount` integer NOT NULL,\n\t`price_currency` text NOT NULL,\n\t`expires_at` integer,\n\t`expiry_noted_at` integer,\n\t`published_at` integer,\n\t`photo_count` integer DEFAULT 0 NOT NULL,\n\t`ready_count` integer DEFAULT 0 NOT NULL,\n\t`failed_count` integer DEFAULT 0 NOT NULL,\n\t`created_at` integer NOT NULL\n);",
      "CREATE UNIQUE INDEX `galleries_slug_unique` ON `galleries` (`slug`);",
      "CREATE UNIQUE INDEX `galleries_share_key_unique` ON `galleries` (`share_key`);",
      "CREATE INDEX `galleries_listed` ON `galleries` (`status`,`visibility`,`published_at`);",
      "CREATE INDEX `galleries_expiry` ON `galleries` (`status`,`expires_at`);",
      "CREATE TABLE `photos` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`gallery_id` text NOT NULL,\n\t`filename` text NOT NULL,\n\t`status` text DEFAULT 'processing' NOT NULL,\n\t`failure` text,\n\t`content_type` text NOT NULL,\n\t`size` integer NOT NULL,\n\t`sha256` text NOT NULL,\n\t`crc32` integer NOT NULL,\n\t`width` integer NOT NULL,\n\t`height` integer NOT NULL,\n\t`captured_at` text,\n\t`version` integer DEFAULT 1 NOT NULL,\n\t`created_at` integer NOT NULL,\n\tFOREIGN KEY (`gallery_id`) REFERENCES `galleries`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `photos_gallery` ON `photos` (`gallery_id`,`id`);",
      "CREATE INDEX `photos_gallery_status` ON `photos` (`gallery_id`,`status`,`id`);",
      "CREATE TABLE `renditions` (\n\t`photo_id` text NOT NULL,\n\t`version` integer NOT NULL,\n\t`name` text NOT NULL,\n\t`width` integer NOT NULL,\n\t`height` integer NOT NULL,\n\t`size` integer NOT NULL,\n\tPRIMARY KEY(`photo_id`, `version`, `name`),\n\tFOREIGN KEY (`photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE TABLE `order_lines` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`order_id` text NOT NULL,\n\t`position` integer NOT NULL,\n\t`photo_id` text NOT NULL,\n\t`filename` text NOT NULL,\n\t`amount` integer NOT NULL,\n\tFOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,\n\tFOREIGN KEY (`photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE UNIQUE INDEX `order_lines_photo` ON `order_lines` (`order_id`,`photo_id`);",
      "CREATE TABLE `orders` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`gallery_id` text NOT NULL,\n\t`client_id` text NOT NULL,\n\t`email` text NOT NULL,\n\t`status` text DEFAULT 'pending' NOT NULL,\n\t`currency` text NOT NULL,\n\t`total_amount` integer NOT NULL,\n\t`buyer_token_hash` text NOT NULL,\n\t`checkout_ref` text,\n\t`checkout_url` text,\n\t`payment_ref` text,\n\t`review_reason` text,\n\t`pay_until` integer NOT NULL,\n\t`created_at` integer NOT NULL,\n\t`fulfilled_at` integer,\n\tFOREIGN KEY (`gallery_id`) REFERENCES `galleries`(`id`) ON UPDATE no action ON DELETE no action,\n\tFOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE UNIQUE INDEX `orders_checkout_ref_unique` ON `orders` (`checkout_ref`);",
      "CREATE INDEX `orders_newest` ON `orders` (`created_at`);",
      "CREATE INDEX `orders_open` ON `orders` (`status`,`pay_until`);",
      "CREATE INDEX `orders_client` ON `orders` (`client_id`);"
    ]
  },
  {
    "name": "0001_gallery-counters",
    "statements": [
      "-- A gallery's counters follow its photos by themselves, so that no page has to count.\nCREATE TRIGGER photos_added AFTER INSERT ON photos BEGIN\n  UPDATE galleries SET\n    photo_count = photo_count + 1,\n    ready_count = ready_count + (NEW.status = 'ready'),\n    failed_count = failed_count + (NEW.status = 'failed')\n  WHERE id = NEW.gallery_id;\nEND;",
      "CREATE TRIGGER photos_removed AFTER DELETE ON photos BEGIN\n  UPDATE galleries SET\n    photo_count = photo_count - 1,\n    ready_count = ready_count - (OLD.status = 'ready'),\n    failed_count = failed_count - (OLD.status = 'failed')\n  WHERE id = OLD.gallery_id;\nEND;",
      "CREATE TRIGGER photos_changed AFTER UPDATE OF status ON photos WHEN OLD.status <> NEW.status BEGIN\n  UPDATE galleries SET\n    ready_count = ready_count + (NEW.status = 'ready') - (OLD.status = 'ready'),\n    failed_count = failed_count + (NEW.status = 'failed') - (OLD.status = 'failed')\n  WHERE id = NEW.gallery_id;\nEND;"
    ]
  },
  {
    "name": "0002_watermark-and-renditions",
    "statements": [
      "CREATE TABLE `photo_metadata` (\n\t`photo_id` text PRIMARY KEY NOT NULL,\n\t`camera` text,\n\t`lens` text,\n\t`exposure_time` real,\n\t`aperture` real,\n\t`iso` integer,\n\t`focal_length` real,\n\t`caption` text,\n\t`keywords` text DEFAULT '[]' NOT NULL,\n\t`creator` text,\n\t`credit` text,\n\t`copyright` text,\n\tFOREIGN KEY (`photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE TABLE `watermark` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`kind` text NOT NULL,\n\t`text` text NOT NULL,\n\t`logo_key` text,\n\t`placement` text NOT NULL,\n\t`opacity` integer NOT NULL,\n\t`size` text NOT NULL,\n\t`revision` integer NOT NULL,\n\t`changed_at` integer NOT NULL\n);",
      "CREATE TABLE `__new_renditions` (\n\t`photo_id` text NOT NULL,\n\t`version` integer NOT NULL,\n\t`name` text NOT NULL,\n\t`format` text DEFAULT 'jpeg' NOT NULL,\n\t`width` integer NOT NULL,\n\t`height` integer NOT NULL,\n\t`size` integer NOT NULL,\n\t`crc32` integer,\n\tPRIMARY KEY(`photo_id`, `version`, `name`, `format`),\n\tFOREIGN KEY (`photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "INSERT INTO `__new_renditions`(\"photo_id\", \"version\", \"name\", \"format\", \"width\", \"height\", \"size\", \"crc32\") SELECT \"photo_id\", \"version\", \"name\", 'jpeg', \"width\", \"height\", \"size\", NULL FROM `renditions`;",
      "DROP TABLE `renditions`;",
      "ALTER TABLE `__new_renditions` RENAME TO `renditions`;",
      "ALTER TABLE `photos` ADD `rendering_version` integer;",
      "ALTER TABLE `photos` ADD `watermark_revision` integer DEFAULT 0 NOT NULL;",
      "ALTER TABLE `photos` ADD `thumbhash` text;",
      "ALTER TABLE `photos` ADD `perceptual_hash` text;",
      "ALTER TABLE `photos` ADD `sharpness` real;",
      "ALTER TABLE `photos` ADD `decoder` text;",
      "ALTER TABLE `photos` ADD `flags` text DEFAULT '[]' NOT NULL;",
      "ALTER TABLE `photos` ADD `render_ms` integer;",
      "ALTER TABLE `photos` ADD `render_bytes` integer;",
      "CREATE INDEX `photos_watermark` ON `photos` (`status`,`watermark_revision`,`id`);",
      "UPDATE `photos` SET `rendering_version` = `version` WHERE `status` = 'processing';"
    ]
  },
  {
    "name": "0003_picture-settings",
    "statements": [
      "ALTER TABLE `watermark` RENAME TO `picture_settings`;",
      "ALTER TABLE `picture_settings` ADD `credits` text DEFAULT 'none' NOT NULL;",
      "ALTER TABLE `picture_settings` ADD `avif` integer DEFAULT false NOT NULL;",
      "ALTER TABLE `photos` RENAME COLUMN `watermark_revision` TO `settings_revision`;",
      "ALTER TABLE `photos` ADD `attempt` text;",
      "ALTER TABLE `photos` ADD `avif` text;",
      "DROP INDEX `photos_watermark`;",
      "CREATE INDEX `photos_settings` ON `photos` (`status`,`settings_revision`,`id`);",
      "CREATE INDEX `photos_avif` ON `photos` (`status`,`avif`,`id`);",
      "CREATE INDEX `photos_failed` ON `photos` (`id`) WHERE failure IS NOT NULL;",
      "CREATE INDEX `photos_by_photon` ON `photos` (`id`) WHERE decoder = 'photon';"
    ]
  },
  {
    "name": "0004_people-rights-and-audit",
    "statements": [
      "CREATE TABLE `setup_steps` (\n\t`step` text PRIMARY KEY NOT NULL,\n\t`done_at` integer NOT NULL\n);",
      "CREATE TABLE `audit_log` (\n\t`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,\n\t`at` integer NOT NULL,\n\t`actor_kind` text NOT NULL,\n\t`actor_id` text,\n\t`proof` text,\n\t`action` text NOT NULL,\n\t`subject_id` text NOT NULL,\n\t`details` text NOT NULL,\n\t`actor_private` text,\n\t`actor_digest` text,\n\t`subject_private` text,\n\t`subject_digest` text\n);",
      "CREATE INDEX `audit_log_actor` ON `audit_log` (`actor_id`,`seq`);",
      "CREATE INDEX `audit_log_subject` ON `audit_log` (`subject_id`,`seq`);",
      "CREATE INDEX `audit_log_action` ON `audit_log` (`action`,`seq`);",
      "CREATE TABLE `audit_seals` (\n\t`seq` integer PRIMARY KEY NOT NULL,\n\t`hash` text NOT NULL\n);",
      "CREATE TABLE `account_links` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`kind` text NOT NULL,\n\t`person_id` text NOT NULL,\n\t`token_hash` text NOT NULL,\n\t`expires_at` integer NOT NULL,\n\t`used_at` integer\n);",
      "CREATE UNIQUE INDEX `account_links_token_hash_unique` ON `account_links` (`token_hash`);",
      "CREATE INDEX `account_links_person` ON `account_links` (`person_id`,`kind`);",
      "CREATE INDEX `account_links_expiry` ON `account_links` (`expires_at`);",
      "CREATE TABLE `api_keys` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`member_id` text NOT NULL,\n\t`name` text NOT NULL,\n\t`start` text NOT NULL,\n\t`key_hash` text NOT NULL,\n\t`scopes` text NOT NULL,\n\t`created_at` integer NOT NULL,\n\t`expires_at` integer,\n\t`last_used_at` integer,\n\t`revoked_at` integer,\n\tFOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade\n);",
      "CREATE UNIQUE INDEX `api_keys_key_hash_unique` ON `api_keys` (`key_hash`);",
      "CREATE INDEX `api_keys_member` ON `api_keys` (`member_id`);",
      "CREATE TABLE `client_sessions` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`client_id` text NOT NULL,\n\t`expires_at` integer NOT NULL\n);",
      "CREATE INDEX `client_sessions_client` ON `client_sessions` (`client_id`);",
      "CREATE INDEX `client_sessions_expiry` ON `client_sessions` (`expires_at`);",
      "CREATE TABLE `known_devices` (\n\t`member_id` text NOT NULL,\n\t`device_hash` text NOT NULL,\n\t`first_seen_at` integer NOT NULL,\n\t`last_seen_at` integer NOT NULL,\n\tPRIMARY KEY(`member_id`, `device_hash`),\n\tFOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade\n);",
      "CREATE TABLE `recovery_codes` (\n\t`member_id` text NOT NULL,\n\t`code_hash` text NOT NULL,\n\t`used_at` integer,\n\tPRIMARY KEY(`member_id`, `code_hash`),\n\tFOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade\n);",
      "CREATE TABLE `billing_account` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`customer_id` text NOT NULL,\n\t`created_at` integer NOT NULL\n);",
      "CREATE TABLE `gallery_assignments` (\n\t`gallery_id` text NOT NULL,\n\t`member_id` text NOT NULL,\n\t`assigned_at` integer NOT NULL,\n\tPRIMARY KEY(`gallery_id`, `member_id`),\n\tFOREIGN KEY (`gallery_id`) REFERENCES `galleries`(`id`) ON UPDATE no action ON DELETE cascade\n);",
      "CREATE INDEX `gallery_assignments_member` ON `gallery_assignments` (`member_id`,`gallery_id`);",
      "ALTER TABLE `studio_identity` ADD `logo_key` text;",
      "ALTER TABLE `studio_identity` ADD `prices_include_tax` integer DEFAULT true NOT NULL;",
      "ALTER TABLE `studio_identity` ADD `tax_name` text DEFAULT '' NOT NULL;",
      "ALTER TABLE `studio_identity` ADD `tax_rate` integer DEFAULT 0 NOT NULL;",
      "ALTER TABLE `studio_identity` ADD `tax_number` text DEFAULT '' NOT NULL;",
      "ALTER TABLE `api_tokens` ADD `family` text DEFAULT '' NOT NULL;",
      "ALTER TABLE `api_tokens` ADD `used_at` integer;",
      "CREATE INDEX `api_tokens_family` ON `api_tokens` (`family`) WHERE family <> '';",
      "ALTER TABLE `members` ADD `status` text DEFAULT 'active' NOT NULL;",
      "ALTER TABLE `members` ADD `phone` text DEFAULT '' NOT NULL;",
      "ALTER TABLE `members` ADD `email_verified_at` integer;",
      "ALTER TABLE `members` ADD `totp_secret` text;",
      "ALTER TABLE `members` ADD `totp_last_step` integer;",
      "ALTER TABLE `members` ADD `removed_at` integer;",
      "ALTER TABLE `sign_in_sessions` ADD `public_id` text DEFAULT '' NOT NULL;",
      "ALTER TABLE `sign_in_sessions` ADD `network` text DEFAULT '' NOT NULL;",
      "ALTER TABLE `sign_in_sessions` ADD `device` text DEFAULT '' NOT NULL;",
      "ALTER TABLE `sign_in_sessions` ADD `created_at` integer DEFAULT 0 NOT NULL;",
      "ALTER TABLE `sign_in_sessions` ADD `last_seen_at` integer DEFAULT 0 NOT NULL;",
      "ALTER TABLE `sign_in_sessions` ADD `confirmed_at` integer DEFAULT 0 NOT NULL;",
      "ALTER TABLE `galleries` ADD `demo` integer DEFAULT false NOT NULL;",
      "UPDATE members SET email_verified_at = created_at;",
      "UPDATE sign_in_sessions SET public_id = 'sig_' || substr(id, 1, 26);",
      "-- The audit log only grows. What is personal in it may be emptied, and nothing else may change.\nCREATE TRIGGER audit_log_kept BEFORE DELETE ON audit_log BEGIN\n  SELECT RAISE(ABORT, 'the audit log only grows');\nEND;",
      "CREATE TRIGGER audit_log_unchanged BEFORE UPDATE ON audit_log\nWHEN NEW.seq IS NOT OLD.seq OR NEW.at IS NOT OLD.at OR NEW.actor_kind IS NOT OLD.actor_kind\n  OR NEW.actor_id IS NOT OLD.actor_id OR NEW.proof IS NOT OLD.proof OR NEW.action IS NOT OLD.action\n  OR NEW.subject_id IS NOT OLD.subject_id OR NEW.details IS NOT OLD.details\n  OR NEW.actor_digest IS NOT OLD.actor_digest OR NEW.subject_digest IS NOT OLD.subject_digest\n  OR (NEW.actor_private IS NOT NULL AND NEW.actor_private IS NOT OLD.actor_private)\n  OR (NEW.subject_private IS NOT NULL AND NEW.subject_private IS NOT OLD.subject_private)\nBEGIN\n  SELECT RAISE(ABORT, 'the audit log only grows');\nEND;",
      "CREATE TRIGGER audit_seals_kept BEFORE DELETE ON audit_seals BEGIN\n  SELECT RAISE(ABORT, 'the audit log only grows');\nEND;",
      "CREATE TRIGGER audit_seals_unchanged BEFORE UPDATE ON audit_seals BEGIN\n  SELECT RAISE(ABORT, 'the audit log only grows');\nEND;"
    ]
  },
  {
    "name": "0005_downloads-per-photo",
    "statements": [
      "CREATE TABLE `downloads` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`link_id` text NOT NULL,\n\t`order_id` text,\n\t`gallery_id` text,\n\t`photo_id` text,\n\t`size` text NOT NULL,\n\t`photos` integer NOT NULL,\n\t`at` integer NOT NULL\n);",
      "CREATE INDEX `downloads_link` ON `downloads` (`link_id`,`photo_id`,`size`,`at`);",
      "CREATE INDEX `downloads_order` ON `downloads` (`order_id`,`id`);",
      "CREATE INDEX `downloads_gallery` ON `downloads` (`gallery_id`,`id`);",
      "CREATE INDEX `downloads_visitors` ON `downloads` (`at`) WHERE order_id IS NULL;",
      "CREATE TABLE `__new_download_links` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`order_id` text,\n\t`gallery_id` text,\n\t`token_hash` text NOT NULL,\n\t`expires_at` integer NOT NULL,\n\t`max_downloads` integer,\n\t`revoked_at` integer,\n\t`created_at` integer NOT NULL,\n\tFOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,\n\tFOREIGN KEY (`gallery_id`) REFERENCES `galleries`(`id`) ON UPDATE no action ON DELETE cascade,\n\tCONSTRAINT \"download_links_holder\" CHECK((order_id is null) <> (gallery_id is null))\n);",
      "INSERT INTO `__new_download_links`(\"id\", \"order_id\", \"token_hash\", \"expires_at\", \"created_at\") SELECT \"id\", \"order_id\", \"token_hash\", \"expires_at\", \"created_at\" FROM `download_links`;",
      "DROP TABLE `download_links`;",
      "ALTER TABLE `__new_download_links` RENAME TO `download_links`;",
      "CREATE UNIQUE INDEX `download_links_token_hash_unique` ON `download_links` (`token_hash`);",
      "CREATE INDEX `download_links_order` ON `download_links` (`order_id`,`created_at`);",
      "CREATE INDEX `download_links_gallery` ON `download_links` (`gallery_id`);",
      "CREATE INDEX `download_links_expiry` ON `download_links` (`expires_at`);",
      "-- Until now each line of an order was one photo.\nCREATE TABLE `__new_entitlements` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`order_id` text NOT NULL,\n\t`line_id` text NOT NULL,\n\t`photo_id` text NOT NULL,\n\t`size` text NOT NULL,\n\t`refunded_at` integer,\n\t`disputed_at` integer,\n\t`created_at` integer NOT NULL,\n\tFOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,\n\tFOREIGN KEY (`line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE no action,\n\tFOREIGN KEY (`photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "INSERT INTO `__new_entitlements`(\"id\", \"order_id\", \"line_id\", \"photo_id\", \"size\", \"created_at\") SELECT e.\"id\", e.\"order_id\", l.\"id\", e.\"photo_id\", e.\"size\", e.\"created_at\" FROM `entitlements` e JOIN `order_lines` l ON l.order_id = e.order_id AND l.photo_id = e.photo_id;",
      "DROP TABLE `entitlements`;",
      "ALTER TABLE `__new_entitlements` RENAME TO `entitlements`;",
      "CREATE INDEX `entitlements_order` ON `entitlements` (`order_id`,`photo_id`);",
      "CREATE UNIQUE INDEX `entitlements_once` ON `entitlements` (`line_id`,`photo_id`,`size`);",
      "ALTER TABLE `galleries` ADD `free_downloads` text DEFAULT 'none' NOT NULL;",
      "ALTER TABLE `galleries` ADD `download_pin` text;",
      "ALTER TABLE `galleries` ADD `free_downloads_since` integer DEFAULT 0 NOT NULL;",
      "-- What was downloaded is a log: nothing in it changes, and what a buyer took stays.\nCREATE TRIGGER downloads_unchanged BEFORE UPDATE ON downloads BEGIN\n  SELECT RAISE(ABORT, 'the log of downloads only grows');\nEND;",
      "CREATE TRIGGER downloads_kept BEFORE DELETE ON downloads WHEN OLD.order_id IS NOT NULL BEGIN\n  SELECT RAISE(ABORT, 'the log of downloads only grows');\nEND;"
    ]
  }
];
