import { useNavigate } from 'react-router';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Say } from '#ui/Say.tsx';
import { say } from './words.ts';

type Props = { title: Phrase; help: Phrase };

/** A screen that can't be shown: what is so, and the way on. */
export function Nowhere({ title, help }: Props) {
  const navigate = useNavigate();
  const home = (): void => void navigate('/');
  return (
    <Frame
      title={title}
      help={[help]}
      onStop={home}
      done={<Button phrase={say('home')} mark="back" weight="go" onPress={home} />}
    >
      <Say phrase={title} level={1} hint={help} />
    </Frame>
  );
}

export function NotFound() {
  return <Nowhere title={say('notFound')} help={say('missingHelp')} />;
}

/** Shown in the place of a screen that failed. Nothing that was kept is touched. */
export function Wrong() {
  return <Nowhere title={say('wrong')} help={say('wrongHelp')} />;
}
