import { Field } from './Field.tsx';
import { say } from './words.ts';

/** The field in which somebody chooses a password. */
export function NewPassword({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <Field
      label={say('newPassword')}
      hint={say('passwordHint')}
      value={value}
      onChange={onChange}
      fills="new-password"
      secret
      max={200}
    />
  );
}
