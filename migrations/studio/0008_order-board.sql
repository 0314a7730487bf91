CREATE INDEX `orders_by_status` ON `orders` (`status`,`id`);--> statement-breakpoint
CREATE INDEX `orders_disputed` ON `orders` (`dispute_state`) WHERE dispute_state IS NOT NULL;--> statement-breakpoint
CREATE INDEX `orders_refunded` ON `orders` (`id`) WHERE refunded_amount > 0;