/** What buyers read beside a field that is not right yet. */
export const forms = {
  email: "Enter an e-mail address such as anna@example.com.",
  product: "Choose what you would like to have.",
  noPhotos: "Choose at least one photo.",
  tooManyPhotos: (most: number) => `An order holds at most ${most} photos.`,
  number: "Enter a number.",
  whole: "Enter a whole number.",
  one: "At least one.",
  atMost: (most: number) => `At most ${most}.`,
  country: "Choose a country.",
  button: "Press one of the buttons.",
  longest: (most: number) => `At most ${most} characters.`,
  name: "Enter a name.",
  line1: "Enter a street and number.",
  city: "Enter a town.",
};

export type ShopFormWords = typeof forms;
