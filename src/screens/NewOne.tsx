import { useNavigate } from 'react-router';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';

/** The way to a new workshop, in words of the screen that it is on. */
export function NewOne({ phrase }: { phrase: Phrase }) {
  const navigate = useNavigate();
  return (
    <Button
      phrase={phrase}
      mark="plus"
      weight="go"
      big
      className="new-one"
      onPress={() => void navigate('/new')}
    />
  );
}
