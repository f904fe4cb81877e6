import { useNavigate } from 'react-router';
import { Button } from '#ui/Button.tsx';
import { Say } from '#ui/Say.tsx';
import { DoorFrame } from './DoorFrame.tsx';
import { say } from './words.ts';

/** A link that works no more, and where to get another. */
export function LinkOver({ first = false }: { first?: boolean }) {
  const navigate = useNavigate();
  return (
    <DoorFrame title={say('linkTitle')} help={[say('linkWhy')]}>
      <Say phrase={say('linkTitle')} level={1} hint={first ? say('linkFirst') : say('linkWhy')} />
      <Button
        phrase={say('toSignIn')}
        mark="next"
        weight="edge"
        big
        onPress={() => void navigate('/sign-in')}
      />
    </DoorFrame>
  );
}
