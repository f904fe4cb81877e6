import { useRef, useState } from 'react';
import { removePack } from '#packs/shelf.ts';
import type { Pack } from '#packs/pack.ts';
import type { ReadPack } from '#packs/read-pack.ts';
import { PackRefused } from '#packs/refused.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { AskDialog } from '#ui/AskDialog.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { Told } from '#ui/Told.tsx';
import { PackForm } from './PackForm.tsx';
import { say } from './words.ts';
import { usePackList, wearAll } from './worn.ts';

type Now = { phrase: Phrase; wrong?: boolean };

/** The packs of symbols on this tablet: to bring one in, and to take one away. */
export function PacksCard() {
  const said = useSaid();
  const packs = usePackList();
  const field = useRef<HTMLInputElement>(null);
  const [now, setNow] = useState<Now>();
  const [read, setRead] = useState<ReadPack>();
  const [going, setGoing] = useState<Pack>();
  const bringIn = async (file: File): Promise<void> => {
    setNow({ phrase: say('reading') });
    try {
      const { readPackFile } = await import('#packs/read-file.ts');
      setRead(await readPackFile(file));
      setNow(undefined);
    } catch (error) {
      const why = error instanceof PackRefused ? error.why : 'damaged';
      setNow({ phrase: say(`why-${why}`), wrong: true });
    }
  };
  const takeAway = async ({ id, licence }: Pack): Promise<void> => {
    setGoing(undefined);
    await removePack(id);
    await wearAll();
    setNow({ phrase: say('removed', { pack: licence.title }) });
  };
  return (
    <section className="card stack">
      <Say phrase={say('title')} level={2} hint={say('why')} />
      {packs.map((pack) => (
        <div key={pack.id} className="stack">
          <h3>{pack.licence.title}</h3>
          <p>{said(say('count', { count: pack.symbols.length, ...textOf(pack) }))}</p>
          <p>{said(leavesOf(pack))}</p>
          <p className="quiet">{pack.licence.credit}</p>
          <Button
            phrase={say('remove', { pack: pack.licence.title })}
            mark="close"
            onPress={() => setGoing(pack)}
          />
        </div>
      ))}
      <Button phrase={say('bringIn')} mark="file" weight="edge" onPress={() => field.current?.click()} />
      <input
        ref={field}
        type="file"
        hidden
        accept=".obz,.obf,.zip,application/zip"
        onChange={({ target }) => {
          const file = target.files?.[0];
          // Choosing the same file again must be heard too.
          target.value = '';
          if (file) void bringIn(file);
        }}
      />
      {now && <Told words={said(now.phrase)} wrong={now.wrong ?? false} />}
      {read && (
        <PackForm
          read={read}
          onClose={() => setRead(undefined)}
          onKept={(pack) => {
            setRead(undefined);
            setNow({ phrase: say('kept', { pack: pack.licence.title }) });
          }}
        />
      )}
      {going && (
        <AskDialog
          title={say('remove', { pack: going.licence.title })}
          leave={say('back')}
          onLeave={() => setGoing(undefined)}
          go={{
            phrase: say('remove', { pack: going.licence.title }),
            mark: 'close',
            weight: 'edge',
            onPress: () => void takeAway(going),
          }}
        >
          <Say phrase={say('removeHint')} />
        </AskDialog>
      )}
    </section>
  );
}

const textOf = ({ licence: { owner, licence } }: Pack) => ({ owner, licence });

function leavesOf({ licence: { leaves } }: Pack): Phrase {
  return typeof leaves === 'number' ? say('leaves-some', { count: leaves }) : say(`leaves-${leaves}`);
}
