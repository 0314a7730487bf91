/**
 * What Remix does as its next version does. Routes are not discovered link by link: every page knows them all from a
 * file that browsers keep, and asks no server for those that its links lead to.
 */
export const remixFuture = {
  v3_fetcherPersist: true,
  v3_relativeSplatPath: true,
  v3_throwAbortReason: true,
  v3_singleFetch: true,
  v3_lazyRouteDiscovery: false,
  v3_routeConfig: true,
} as const;
