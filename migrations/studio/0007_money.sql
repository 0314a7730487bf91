CREATE TABLE `disputes` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`payment_ref` text NOT NULL,
	`provider_ref` text NOT NULL,
	`state` text NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`reason` text NOT NULL,
	`answer_by` integer,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `disputes_provider_ref_unique` ON `disputes` (`provider_ref`);--> statement-breakpoint
CREATE INDEX `disputes_order` ON `disputes` (`order_id`);--> statement-breakpoint
CREATE TABLE `ledger_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`kind` text NOT NULL,
	`order_id` text,
	`happened_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_entries_source_unique` ON `ledger_entries` (`source`);--> statement-breakpoint
CREATE INDEX `ledger_entries_order` ON `ledger_entries` (`order_id`);--> statement-breakpoint
CREATE INDEX `ledger_entries_time` ON `ledger_entries` (`happened_at`);--> statement-breakpoint
CREATE TABLE `ledger_postings` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`account` text NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`line_id` text,
	FOREIGN KEY (`entry_id`) REFERENCES `ledger_entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ledger_postings_entry` ON `ledger_postings` (`entry_id`);--> statement-breakpoint
CREATE INDEX `ledger_postings_account` ON `ledger_postings` (`account`,`currency`);--> statement-breakpoint
CREATE TABLE `order_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`member_id` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `order_notes_order` ON `order_notes` (`order_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `payment_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`number` integer NOT NULL,
	`provider` text NOT NULL,
	`charge` text DEFAULT 'now' NOT NULL,
	`state` text NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`platform_fee` integer DEFAULT 0 NOT NULL,
	`checkout_ref` text,
	`checkout_url` text,
	`payment_ref` text,
	`pay_until` integer NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payment_attempts_checkout_ref_unique` ON `payment_attempts` (`checkout_ref`);--> statement-breakpoint
CREATE UNIQUE INDEX `payment_attempts_number` ON `payment_attempts` (`order_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `payment_attempts_open` ON `payment_attempts` (`order_id`) WHERE state IN ('creating', 'open');--> statement-breakpoint
CREATE INDEX `payment_attempts_payment` ON `payment_attempts` (`payment_ref`);--> statement-breakpoint
CREATE INDEX `payment_attempts_unsettled` ON `payment_attempts` (`state`) WHERE settled_at IS NULL;--> statement-breakpoint
CREATE TABLE `payment_settings` (
	`id` integer PRIMARY KEY NOT NULL,
	`transfer_instructions` text DEFAULT '' NOT NULL,
	`charges_after_review` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE `refund_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`refund_id` text NOT NULL,
	`line_id` text,
	`amount` integer NOT NULL,
	`tax_amount` integer NOT NULL,
	FOREIGN KEY (`refund_id`) REFERENCES `refunds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "refund_lines_amount" CHECK(amount > 0 and tax_amount >= 0 and tax_amount <= amount)
);
--> statement-breakpoint
CREATE INDEX `refund_lines_refund` ON `refund_lines` (`refund_id`);--> statement-breakpoint
CREATE INDEX `refund_lines_line` ON `refund_lines` (`line_id`);--> statement-breakpoint
CREATE TABLE `refunds` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`attempt_id` text,
	`payment_ref` text NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`of_order` integer DEFAULT true NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`provider_ref` text,
	`failure` text,
	`created_by` text,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attempt_id`) REFERENCES `payment_attempts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "refunds_amount" CHECK(amount > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `refunds_provider_ref_unique` ON `refunds` (`provider_ref`);--> statement-breakpoint
CREATE INDEX `refunds_order` ON `refunds` (`order_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `refunds_open` ON `refunds` (`state`) WHERE state IN ('requested', 'pending');--> statement-breakpoint
CREATE TABLE `transfer_receipts` (
	`id` text PRIMARY KEY NOT NULL,
	`transfer_ref` text NOT NULL,
	`amount` integer NOT NULL,
	`received_on` text NOT NULL,
	`confirmed_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`transfer_ref`) REFERENCES `transfers`(`ref`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "transfer_receipts_amount" CHECK(amount > 0)
);
--> statement-breakpoint
CREATE INDEX `transfer_receipts_transfer` ON `transfer_receipts` (`transfer_ref`);--> statement-breakpoint
CREATE TABLE `transfer_refunds` (
	`ref` text PRIMARY KEY NOT NULL,
	`transfer_ref` text NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`reference` text NOT NULL,
	`idempotency_key` text NOT NULL,
	`request` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`transfer_ref`) REFERENCES `transfers`(`ref`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `transfer_refunds_idempotency_key_unique` ON `transfer_refunds` (`idempotency_key`);--> statement-breakpoint
CREATE INDEX `transfer_refunds_transfer` ON `transfer_refunds` (`transfer_ref`);--> statement-breakpoint
CREATE TABLE `transfers` (
	`ref` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`pay_until` integer NOT NULL,
	`idempotency_key` text NOT NULL,
	`request` text NOT NULL,
	`closed_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_idempotency_key_unique` ON `transfers` (`idempotency_key`);--> statement-breakpoint
CREATE INDEX `transfers_order` ON `transfers` (`order_id`);--> statement-breakpoint
CREATE INDEX `transfers_time` ON `transfers` (`created_at`);--> statement-breakpoint
ALTER TABLE `orders` ADD `provider` text DEFAULT 'stripe' NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `paid_amount` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `refunded_amount` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `dispute_state` text;--> statement-breakpoint
UPDATE `orders` SET `paid_amount` = `total_amount` WHERE `status` = 'fulfilled';--> statement-breakpoint
INSERT INTO `payment_attempts` (`id`, `order_id`, `number`, `provider`, `state`, `amount`, `currency`, `checkout_ref`, `checkout_url`, `payment_ref`, `pay_until`, `created_at`, `changed_at`)
SELECT 'pay_' || substr(`id`, 5), `id`, 1, 'stripe',
	CASE `status` WHEN 'pending' THEN 'open' WHEN 'processing' THEN 'processing' WHEN 'expired' THEN 'expired' ELSE 'paid' END,
	`total_amount`, `currency`, `checkout_ref`, `checkout_url`, `payment_ref`, `pay_until`, `created_at`, coalesce(`fulfilled_at`, `created_at`)
FROM `orders` WHERE `checkout_ref` IS NOT NULL;--> statement-breakpoint
CREATE TRIGGER ledger_entries_kept BEFORE DELETE ON ledger_entries BEGIN
	SELECT RAISE(ABORT, 'the ledger is kept');
END;--> statement-breakpoint
CREATE TRIGGER ledger_entries_unchanged BEFORE UPDATE ON ledger_entries BEGIN
	SELECT RAISE(ABORT, 'the ledger is not changed');
END;--> statement-breakpoint
CREATE TRIGGER ledger_postings_kept BEFORE DELETE ON ledger_postings BEGIN
	SELECT RAISE(ABORT, 'the ledger is kept');
END;--> statement-breakpoint
CREATE TRIGGER ledger_postings_unchanged BEFORE UPDATE ON ledger_postings BEGIN
	SELECT RAISE(ABORT, 'the ledger is not changed');
END;
