/** Has the browser forget what it kept of this host: pages and pictures, and whatever a script stored. */
export function withSiteDataCleared(response: Response): Response {
  response.headers.set("Clear-Site-Data", '"cache", "storage"');
  return response;
}
