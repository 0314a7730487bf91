import { TextField } from "../../../ui/field";

export interface CodeFieldProps {
  label: string;
  hint?: string;
  error?: string[] | null;
}

/** Where a code of an authenticator app is typed; keyboards offer digits, and letters for recovery codes. */
export function CodeField(props: CodeFieldProps) {
  return (
    <TextField
      {...props}
      name="code"
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      required
      maxLength={40}
    />
  );
}
