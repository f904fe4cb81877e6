import { Navigate, Outlet, useLocation, useNavigate, useParams } from 'react-router';
import { Button } from '#ui/Button.tsx';
import { Say } from '#ui/Say.tsx';
import { useMayWrite } from './me.ts';
import { OfficeFrame } from './OfficeFrame.tsx';
import { say } from './words.ts';

/** Screens that change a workshop. Whoever may only read is told so before they write, or is shown what can be read. */
export function ForWriters() {
  const mayWrite = useMayWrite();
  const { pathname } = useLocation();
  const { workshop = '' } = useParams();
  const navigate = useNavigate();
  if (mayWrite) return <Outlet />;
  // What they can read of it is the sheet; from there, back is the workshop.
  if (pathname.endsWith('/follow'))
    return <Navigate to={`/workshop/${workshop}/print/follow?from=lead`} replace />;
  return (
    <OfficeFrame
      title={say('readingOnly')}
      help={[say('readingOnlyHint')]}
      done={
        <Button
          phrase={say('back')}
          mark="back"
          onPress={() => void navigate(workshop ? `/workshop/${workshop}` : '/')}
        />
      }
    >
      <Say phrase={say('readingOnly')} level={1} hint={say('readingOnlyHint')} />
    </OfficeFrame>
  );
}
