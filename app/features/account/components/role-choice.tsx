import { RadioGroup } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { accountWords } from "../messages/words";
import type { Role } from "../model";

export interface RoleChoiceProps {
  legend: string;
  roles: readonly Role[];
  chosen: string;
  error?: string | string[] | null | undefined;
}

/** The roles that may be given, each with what it is allowed. */
export function RoleChoice({ legend, roles, chosen, error }: RoleChoiceProps) {
  const words = useWords(accountWords).people.roles;
  return (
    <RadioGroup
      legend={legend}
      name="role"
      columns={2}
      required
      defaultValue={chosen}
      error={error}
      options={roles.map((role) => ({
        value: role,
        label: words[role].name,
        description: words[role].text,
      }))}
    />
  );
}
