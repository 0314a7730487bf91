export const signInPath = "/sign-in";
export const signOutPath = "/sign-out";
export const verificationPath = (token: string) => `/verify/${token}`;
