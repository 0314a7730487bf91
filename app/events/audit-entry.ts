/** Every kind of act that the audit log tells of: what it was done to, and what was done. */
export const auditActions = [
  "studio.created",
  "studio.changed",
  "payments.connected",
  "member.invited",
  "member.joined",
  "member.changed",
  "member.role_changed",
  "member.removed",
  "member.signed_in",
  "member.signed_out",
  "member.device_signed_out",
  "member.signed_out_everywhere",
  "member.confirmed",
  "password.reset_requested",
  "password.changed",
  "two_factor.enabled",
  "two_factor.disabled",
  "two_factor.recovery_code_used",
  "two_factor.recovery_codes_made",
  "key.made",
  "key.revoked",
  "token.issued",
  "token.reused",
  "gallery.created",
  "gallery.changed",
  "gallery.published",
  "gallery.unpublished",
  "gallery.reopened",
  "gallery.expiry_changed",
  "gallery.originals_kept",
  "gallery.originals_deleted",
  "gallery.assigned",
  "gallery.unassigned",
  "favourites.finished",
  "favourites.reopened",
  "favourites.exported",
  "favourites.sectioned",
  "photo.uploaded",
  "photo.process_requested",
  "photo.hidden",
  "photo.shown",
  "watermark.changed",
  "price_list.created",
  "price_list.changed",
  "shipping.changed",
  "order.placed",
  "order.changed",
  "order.fulfilled",
  "order.needs_review",
  "order.refunded",
  "order.refund_failed",
  "order.captured",
  "order.canceled",
  "order.accepted",
  "order.disputed",
  "order.dispute_closed",
  "order.transfer_confirmed",
  "order.note_added",
  "order.receipt_sent",
  "order.exported",
  "order.mended",
  "payment_settings.changed",
  "entitlements.withheld",
  "entitlements.restored",
  "download_link.sent",
  "download_link.extended",
  "download_link.revoked",
  "client.signed_in",
  "client.signed_out",
  "person.exported",
  "person.erased",
  "audit.exported",
  "demo.added",
  "demo.removed",
] as const;

export type AuditAction = (typeof auditActions)[number];

type Plain = string | number | boolean | null;

/** One act, as a command tells of it. */
export interface AuditEntry {
  action: AuditAction;
  /** Id of what it was done to. */
  subjectId: string;
  /** What it was before, and what it is now: nothing personal, only the fields that matter. */
  before?: Record<string, Plain | readonly Plain[]>;
  after?: Record<string, Plain | readonly Plain[]>;
  /** Name and address of the person it was done to: erased when they are. */
  person?: { name?: string; email?: string };
}
