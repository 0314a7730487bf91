import { Check, Circle } from "lucide-react";
import { useEffect, useState } from "react";
import { brokenRules, PASSWORD_LENGTH, passwordRules } from "../lib/password-policy";
import { TextField } from "./field";
import { useWords } from "./locale";
import { chromeWords } from "./messages/words";

/** A new password, with the rules ticked off while it is written. */
export function NewPasswordField({ label, error }: { label: string; error?: string | string[] | null }) {
  const words = useWords(chromeWords).newPassword;
  const [password, setPassword] = useState("");
  const [shown, setShown] = useState(false);
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const broken = new Set(password === "" ? passwordRules : brokenRules(password));
  return (
    <div className="grid gap-3">
      <div className="relative">
        <TextField
          label={label}
          name="password"
          type={shown ? "text" : "password"}
          required
          minLength={PASSWORD_LENGTH.least}
          maxLength={PASSWORD_LENGTH.most}
          autoComplete="new-password"
          aria-describedby="password-rules"
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={password === "" ? error : null}
        />
        {alive ? (
          <button
            type="button"
            aria-pressed={shown}
            onClick={() => setShown((before) => !before)}
            className="link absolute end-0 top-0 inline-flex min-h-6 items-center text-sm pointer-coarse:-top-2.5 pointer-coarse:min-h-11"
          >
            {shown ? words.hide : words.show}
          </button>
        ) : null}
      </div>
      <ul
        id="password-rules"
        aria-label={words.rulesLabel}
        className="text-muted grid gap-x-4 gap-y-1 text-sm sm:grid-cols-2"
      >
        {passwordRules.map((rule) => {
          const isMet = !broken.has(rule);
          return (
            <li key={rule} className={isMet ? "text-positive flex gap-2" : "flex gap-2"}>
              {isMet ? (
                <Check aria-hidden="true" className="mt-1 size-3.5 shrink-0" strokeWidth={3} />
              ) : (
                <Circle aria-hidden="true" className="text-control mt-1 size-3.5 shrink-0" />
              )}
              <span>
                {words.rules[rule]}
                {isMet ? <span className="sr-only"> ({words.met})</span> : null}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
