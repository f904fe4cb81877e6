import { askHub } from '#sync/office/ask.ts';
import { goToCouncil } from '#wire/door.ts';
import { Button } from '#ui/Button.tsx';
import { useSaid } from '#ui/said.ts';
import { Told } from '#ui/Told.tsx';
import { useSend } from './useSend.ts';
import { say } from './words.ts';

/** The way in by the council's own sign-in, where there is one. It leaves this page. */
export function CouncilButton({ name, secret }: { name: string | null | undefined; secret?: string }) {
  const { working, problem, send } = useSend();
  const said = useSaid();
  if (!name) return null;
  const go = (): void =>
    send(async () => {
      const { address } = await askHub(goToCouncil, { body: secret === undefined ? {} : { secret } });
      window.location.assign(address);
    });
  return (
    <div className="card stack">
      <Button
        phrase={say('councilGo', { name })}
        mark="office"
        weight="edge"
        big
        off={working}
        onPress={go}
      />
      <p className="quiet">{said(say('councilHint'))}</p>
      {problem && <Told words={said(problem)} wrong />}
    </div>
  );
}
