export const downloadPath = (token: string) => `/d/${token}`;
export const archivePath = (token: string) => `/d/${token}/archive.zip`;
export const originalPath = (token: string, photoId: string) => `/d/${token}/photos/${photoId}`;
export const downloadThumbPath = (token: string, photoId: string) => `/d/${token}/thumbs/${photoId}.jpg`;
