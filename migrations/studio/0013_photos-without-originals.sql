DROP INDEX `photos_settings`;--> statement-breakpoint
CREATE INDEX `photos_settings` ON `photos` (`status`,`settings_revision`,`id`) WHERE original_deleted_at IS NULL;