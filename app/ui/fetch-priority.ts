/**
 * Attributes that say how urgent a picture is, to be spread into its element. This React knows the attribute only as
 * one of the page's own, which are written in small letters.
 */
export const urgent: object = { fetchpriority: "high" };
export const unhurried: object = { fetchpriority: "low" };
