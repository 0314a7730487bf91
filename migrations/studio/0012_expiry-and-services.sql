CREATE TABLE `order_services` (
	`order_id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`applied_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `galleries` ADD `expiry_set_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `galleries` ADD `deletion_at` integer;--> statement-breakpoint
ALTER TABLE `photos` ADD `original_deleted_at` integer;