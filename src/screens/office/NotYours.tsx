import { useNavigate, useParams } from 'react-router';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { Say } from '#ui/Say.tsx';
import { OfficeFrame } from './OfficeFrame.tsx';
import { say } from './words.ts';

type Props = { title: Phrase; hint: Phrase };

/** In the place of a screen that this account may not have: why, whom to ask, and the way back. */
export function NotYours({ title, hint }: Props) {
  const { workshop } = useParams();
  const navigate = useNavigate();
  return (
    <OfficeFrame
      title={title}
      help={[hint]}
      done={
        <Button
          phrase={say('back')}
          mark="back"
          onPress={() => void navigate(workshop ? `/workshop/${workshop}` : '/')}
        />
      }
    >
      <Say phrase={title} level={1} hint={hint} />
    </OfficeFrame>
  );
}
