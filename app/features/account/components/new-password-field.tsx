import { PASSWORD_LENGTH } from "../../../lib/password-policy";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { accountWords } from "../messages/words";

/** Where somebody chooses a password; what it must be like is said before, and what is missing after. */
export function NewPasswordField({ error }: { error?: string[] | null }) {
  const words = useWords(accountWords).reset;
  return (
    <TextField
      label={words.password}
      hint={words.hint}
      name="password"
      type="password"
      autoComplete="new-password"
      required
      maxLength={PASSWORD_LENGTH.most}
      error={error}
    />
  );
}
