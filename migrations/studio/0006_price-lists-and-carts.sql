CREATE TABLE `cart_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`cart_id` text NOT NULL,
	`product_id` text NOT NULL,
	`photo_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`shown_amount` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`cart_id`) REFERENCES `carts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cart_lines_once` ON `cart_lines` (`cart_id`,`product_id`,`photo_id`);--> statement-breakpoint
CREATE TABLE `carts` (
	`id` text PRIMARY KEY NOT NULL,
	`gallery_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`country` text,
	`shipping_method_id` text,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`gallery_id`) REFERENCES `galleries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `carts_token_hash_unique` ON `carts` (`token_hash`);--> statement-breakpoint
CREATE INDEX `carts_changed` ON `carts` (`changed_at`);--> statement-breakpoint
CREATE INDEX `carts_gallery` ON `carts` (`gallery_id`);--> statement-breakpoint
CREATE TABLE `price_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`currency` text NOT NULL,
	`per_photo` integer,
	`minimum_amount` integer DEFAULT 0 NOT NULL,
	`is_default` integer DEFAULT false NOT NULL,
	`archived_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `price_lists_per_photo` ON `price_lists` (`currency`,`per_photo`);--> statement-breakpoint
CREATE UNIQUE INDEX `price_lists_default` ON `price_lists` (`is_default`) WHERE is_default = 1;--> statement-breakpoint
CREATE TABLE `products` (
	`id` text PRIMARY KEY NOT NULL,
	`price_list_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`file_size` text,
	`terms` text DEFAULT '' NOT NULL,
	`dimensions` text DEFAULT '' NOT NULL,
	`finish` text DEFAULT '' NOT NULL,
	`amount` integer NOT NULL,
	`cost` integer DEFAULT 0 NOT NULL,
	`tax_class` text NOT NULL,
	`shipping_class` text DEFAULT 'standard' NOT NULL,
	`tiers` text DEFAULT '[]' NOT NULL,
	FOREIGN KEY (`price_list_id`) REFERENCES `price_lists`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `products_list` ON `products` (`price_list_id`,`position`);--> statement-breakpoint
CREATE TABLE `shipping_methods` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`pickup` integer NOT NULL,
	`currency` text NOT NULL,
	`countries` text DEFAULT '' NOT NULL,
	`steps` text NOT NULL,
	`large_amount` integer DEFAULT 0 NOT NULL,
	`free_from` integer
);
--> statement-breakpoint
CREATE TABLE `tax_rates` (
	`country` text NOT NULL,
	`tax_class` text NOT NULL,
	`name` text NOT NULL,
	`rate` integer NOT NULL,
	PRIMARY KEY(`country`, `tax_class`)
);
--> statement-breakpoint
-- Entitlements name lines, so they step aside while the lines move.
CREATE TABLE `__kept_entitlements` AS SELECT * FROM `entitlements`;--> statement-breakpoint
DROP TABLE `entitlements`;--> statement-breakpoint
CREATE TABLE `__new_order_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`detail` text DEFAULT '' NOT NULL,
	`photo_id` text,
	`filename` text NOT NULL,
	`file_size` text,
	`quantity` integer DEFAULT 1 NOT NULL,
	`unit_amount` integer NOT NULL,
	`amount` integer NOT NULL,
	`unit_cost` integer DEFAULT 0 NOT NULL,
	`tax_class` text NOT NULL,
	`tax_name` text DEFAULT '' NOT NULL,
	`tax_rate` integer DEFAULT 0 NOT NULL,
	`tax_amount` integer DEFAULT 0 NOT NULL,
	`trail` text DEFAULT '[]' NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
-- Until now each line was the original of one photo, at the price of the gallery, with no tax of its own.
INSERT INTO `__new_order_lines`("id", "order_id", "position", "kind", "name", "photo_id", "filename", "file_size", "unit_amount", "amount", "tax_class", "trail") SELECT "id", "order_id", "position", 'photo', 'Original', "photo_id", "filename", 'original', "amount", "amount", 'digital', json_array(json_object('step', 'list', 'unit', "amount", 'quantity', 1, 'amount', "amount")) FROM `order_lines`;--> statement-breakpoint
DROP TABLE `order_lines`;--> statement-breakpoint
ALTER TABLE `__new_order_lines` RENAME TO `order_lines`;--> statement-breakpoint
CREATE TABLE `entitlements` (
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
INSERT INTO `entitlements`("id", "order_id", "line_id", "photo_id", "size", "refunded_at", "disputed_at", "created_at") SELECT "id", "order_id", "line_id", "photo_id", "size", "refunded_at", "disputed_at", "created_at" FROM `__kept_entitlements`;--> statement-breakpoint
DROP TABLE `__kept_entitlements`;--> statement-breakpoint
CREATE UNIQUE INDEX `entitlements_once` ON `entitlements` (`line_id`,`photo_id`,`size`);--> statement-breakpoint
CREATE INDEX `entitlements_order` ON `entitlements` (`order_id`,`photo_id`);--> statement-breakpoint
CREATE INDEX `order_lines_order` ON `order_lines` (`order_id`,`position`);--> statement-breakpoint
ALTER TABLE `galleries` ADD `price_list_id` text;--> statement-breakpoint
-- A price per photo becomes a list that holds the original at that price; galleries of the same price share it.
INSERT INTO `price_lists`("id", "name", "currency", "per_photo", "created_at") SELECT 'prl_' || lower(hex(randomblob(13))), '', "price_currency", "price_amount", min("created_at") FROM `galleries` GROUP BY "price_currency", "price_amount";--> statement-breakpoint
INSERT INTO `products`("id", "price_list_id", "position", "kind", "name", "file_size", "amount", "tax_class") SELECT 'prd_' || substr("id", 5), "id", 0, 'photo', 'Original', 'original', "per_photo", 'digital' FROM `price_lists`;--> statement-breakpoint
UPDATE `galleries` SET "price_list_id" = (SELECT l."id" FROM `price_lists` l WHERE l."currency" = "price_currency" AND l."per_photo" = "price_amount");--> statement-breakpoint
ALTER TABLE `galleries` DROP COLUMN `price_amount`;--> statement-breakpoint
ALTER TABLE `galleries` DROP COLUMN `price_currency`;--> statement-breakpoint
ALTER TABLE `orders` ADD `tax_amount` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `tax_included` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `shipping_name` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `shipping_amount` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `shipping_tax_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `shipping_tax_rate` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `shipping_tax_amount` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `address` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `country` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `consented_at` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `cart_id` text;
