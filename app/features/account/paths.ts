export const signInPath = "/sign-in";
/** The second page of signing in, for whoever has a second factor. */
export const signInCodePath = "/sign-in/code";
export const signOutPath = "/sign-out";
export const forgotPasswordPath = "/forgot-password";
export const resetPasswordPath = (token: string) => `/reset/${token}`;
export const verifyEmailPath = (token: string) => `/verify/${token}`;
export const accountPath = "/account";
export const confirmPath = "/account/confirm";
export const changeEmailPath = "/account/email";
export const changePasswordPath = "/account/password";
export const twoFactorPath = "/account/two-factor";
export const devicesPath = "/account/devices";
export const apiKeysPath = "/account/keys";
export const newApiKeyPath = "/account/keys/new";
/** Where "send again" of the address's verification is posted to. */
export const verificationPath = "/account/verification";
