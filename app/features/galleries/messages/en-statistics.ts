/** How often a gallery was looked at, and what came of it. */
export const enStatistics = {
  title: "Statistics",
  description: (from: string) => `Since ${from}. What members look at is not counted.`,
  views: "Views",
  visitors: "Visitors",
  visitorsHint: "Browsers a day, told apart without cookies.",
  downloads: "Downloads",
  favourites: "Favourites",
  lists: (count: number) => (count === 1 ? "in 1 list" : `in ${count} lists`),
  downloaded: (count: number) => (count === 1 ? "1 photo" : `${count} photos`),
  chart: (views: string, visitors: string) =>
    `Views and visitors of the last 30 days: ${views} and ${visitors}.`,
  days: "By day",
  day: "Day",
  chosen: "Chosen most often",
  times: (count: number) => (count === 1 ? "once" : `${count} times`),
  noneChosen: "Nobody has chosen photos yet.",
  empty: "Nobody has been here yet",
  emptyText: "Publish the gallery and share its link; visits are counted from then on.",
};
