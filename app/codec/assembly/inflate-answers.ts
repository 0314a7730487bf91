/** What `inflate` answers. */
export const WANTS_INPUT: i32 = 0;
/** There is no room for more until some is taken. */
export const FULL: i32 = 1;
export const ENDED: i32 = 2;
export const BROKEN: i32 = 3;
/** The input ended before the stream did. */
export const CUT_SHORT: i32 = 4;
/** All was made, but the checksum behind it is another one. */
export const MISMATCHED: i32 = 7;

/** What only its parts answer. */
export const GO_ON: i32 = 5;
export const BLOCK_ENDED: i32 = 6;
