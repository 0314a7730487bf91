/** The name of the studio that is paid under an account; the account where the directory knows no studio. */
export async function sellerName(directory: D1Database, account: string): Promise<string> {
  if (account === "") return "the platform";
  const name = await directory
    .prepare("SELECT name FROM studios WHERE provider_account = ?")
    .bind(account)
    .first<string>("name");
  return name ?? account;
}
