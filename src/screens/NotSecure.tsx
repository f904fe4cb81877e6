import { useEffect } from 'react';
import { Logo } from '#ui/Logo.tsx';
import { Say } from '#ui/Say.tsx';
import { say } from './words.ts';

/** All that is shown where the address begins with http: nothing could be kept there, so nothing is asked. */
export function NotSecure() {
  useEffect(() => {
    document.title = `${say('notSecure').plain} – Cuppa`;
  }, []);
  return (
    <main className="not-secure">
      <div className="row">
        <Logo />
        <strong className="brand">Cuppa</strong>
      </div>
      <Say phrase={say('notSecure')} level={1} />
      <Say phrase={say('notSecureWhy')} />
      <Say phrase={say('notSecureWhat')} />
      <Say phrase={say('notSecureNothing')} />
    </main>
  );
}
