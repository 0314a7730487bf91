export const paymentsPath = "/studio/settings/payments";
/** Where the provider sends back whose onboarding link is used up: it leads to a new one. */
export const continueOnboardingPath = "/studio/settings/payments/continue";
