export const startPath = "/start";
export const slugCheckPath = "/start/slug";
export const waitingPath = "/start/waiting";
export const welcomePath = (token: string) => `/welcome?token=${token}`;
