export const signInPath = "/sign-in";
/** The second page of signing in, for whoever has a second factor. */
export const signInCodePath = "/sign-in/code";
export const signOutPath = "/sign-out";
export const forgotPasswordPath = "/forgot-password";
export const resetPasswordPath = (token: string) => `/reset/${token}`;
export const verifyEmailPath = (token: string) => `/verify/${token}`;
export const joinPath = (token: string) => `/join/${token}`;
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
/** Where a member goes who wants to be none any more. */
export const leavePath = "/account/leave";
/** The people of the studio. */
export const peoplePath = "/studio/people";
export const invitePath = "/studio/people/invite";
export const memberPath = (id: string) => `/studio/people/${id}`;

/** What was done in the studio; with the id of a thing, only what was done to it. */
export const auditPath = (about?: string) => (about ? `/studio/audit?about=${about}` : "/studio/audit");
export const auditExportPath = "/studio/audit/export";
/** Where the form of the export is posted to: the answer is the file. */
export const auditFilePath = "/studio/audit/export/file";
