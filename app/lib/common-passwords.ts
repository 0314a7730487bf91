/**
 * Words that passwords of leaked lists are made of, once look-alike characters are read as letters and everything
 * but letters is gone from both ends: what is left of "P@ssw0rd123!" or "Summer2026!".
 */
const words = new Set(
  `password passwort passwd pass motdepasse contrasena contrasea senha haslo wachtwoord parola salasana losenord
  welcome willkommen bienvenue bienvenido hello hallo hola bonjour letmein openup changeme change default temp
  temporary newpass newpassword mypassword secret geheim secreto security secure login signin access admin
  administrator root superuser user username guest test testing tester demo example sample master manager owner
  qwerty qwertz azerty qwertyuiop qwertzuiop azertyuiop asdf asdfgh asdfghjkl asdfjkl zxcv zxcvbn zxcvbnm yxcvbnm
  qwer qwerasdf qazwsx qazwsxedc wsxedc oneqaz qwe asd zxc abc abcd abcde abcdef abcdefg abcdefgh aabbcc xyz
  iloveyou ilove loveyou love lovely princess prinzessin sunshine sonnenschein angel engel baby babygirl honey
  sweetie sweetheart darling schatz dragon drache monkey tiger lion eagle shadow superman batman spiderman
  starwars pokemon naruto minecraft football fussball baseball basketball hockey soccer liverpool chelsea arsenal
  barcelona realmadrid juventus bayern michael jordan daniel thomas andrew robert matthew joshua jessica ashley
  michelle jennifer nicole charlie george william alexander anna maria sophie martin peter stefan andreas
  summer sommer verano winter invierno spring fruehling primavera autumn herbst otono fall january february march
  april may june july august september october november december monday tuesday wednesday thursday friday saturday
  sunday computer internet google facebook instagram apple iphone samsung android windows microsoft amazon netflix
  linkedin twitter youtube whatever nothing trustno trustnoone freedom freiheit killer hunter ranger cookie
  chocolate cheese coffee flower flowers blume butterfly rainbow phoenix mustang ferrari porsche mercedes harley
  corvette yamaha company firma office business america germany deutschland france london berlin paris madrid
  california texas newyork canada australia happy lucky birthday christmas weihnachten jesus christ blessed god
  photo photos photography photographer fotograf foto camera kamera canon nikon sony studio gallery wedding hochzeit
  safelight client customer assistant viewer member workspace download`.split(/\s+/),
);

/** What digits and signs look like, in pairs; "1" and "!" stand for i or l. */
const lookAlikes = new Map(
  "@a 4a 0o 1i !i 3e $s 5s 7t +t 8b 9g".split(" ").map((pair) => [pair[0], pair[1]]),
);

/** Whether a password is one of those that are tried first: a common word with the usual trimmings. */
export function isCommonPassword(password: string): boolean {
  const lower = password.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const plain = trimmed(lower);
  const reads = [plain, trimmed(withLetters(lower)), withLetters(plain), trimmed(withLetters(lower, "l"))];
  return reads.some((word) => word === "" || words.has(word) || words.has(halfOf(word)));
}

function trimmed(text: string): string {
  return text.replace(/^[^a-z]+|[^a-z]+$/g, "");
}

/** Digits and signs that stand for letters, read as such. @param one what "1" and "!" stand for */
function withLetters(text: string, one = "i"): string {
  return trimmed(text).replace(/[^a-z]/g, (character) => {
    const letter = lookAlikes.get(character) ?? "";
    return letter === "i" ? one : letter;
  });
}

/** The word that a text repeats ("passpass"); the text itself when it repeats none. */
function halfOf(text: string): string {
  const half = text.slice(0, text.length / 2);
  return half + half === text ? half : text;
}
