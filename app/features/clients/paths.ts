/** A client's own page: their orders and downloads. */
export const clientPath = "/client";
export const clientSignInPath = "/client/sign-in";
export const clientEnterPath = (token: string) => `/client/enter/${token}`;
export const clientSignOutPath = "/client/sign-out";
