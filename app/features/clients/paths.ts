/** A client's own page: their orders and downloads. */
export const clientPath = "/client";
export const clientSignInPath = "/client/sign-in";
export const clientEnterPath = (token: string) => `/client/enter/${token}`;
export const clientSignOutPath = "/client/sign-out";

/** Where the studio looks for what it holds of a person. */
export const peopleDataPath = "/studio/people-data";
/** What it holds of a client or member. */
export const personDataPath = (personId: string) => `/studio/people-data/${personId}`;
/** Where the form of the export is posted to: the answer is the file. */
export const personFilePath = (personId: string) => `/studio/people-data/${personId}/file`;
