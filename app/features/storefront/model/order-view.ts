/** Money of a transfer that an order waits for, as a member reads it. */
export interface AwaitedMoney {
  reference: string;
  /** What is still to come, for reading and as it is typed. */
  missing: string;
  typed: string;
  /** The day it is in the studio's zone. */
  today: string;
  key: string;
}

/** Something that happened to an order, or a note on it, as a member reads it. */
export interface TimelineItem {
  key: string;
  when: string;
  /** What happened; null for a note. */
  act: string | null;
  who: string;
  amount: string | null;
  note: string | null;
}
