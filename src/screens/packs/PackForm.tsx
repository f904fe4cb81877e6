import { useId, useState } from 'react';
import * as v from 'valibot';
import { LicenceSchema, type Leaves, type Licence, type Pack } from '#packs/pack.ts';
import type { ReadPack } from '#packs/read-pack.ts';
import { keepPack } from '#packs/shelf.ts';
import { Button } from '#ui/Button.tsx';
import { Choices } from '#ui/Choices.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { Write } from '#ui/Write.tsx';
import { say } from './words.ts';
import { wearAll } from './worn.ts';

const MOST = 500;
type Props = { read: ReadPack; onKept(pack: Pack): void; onClose(): void };

/** Asks what a pack is and what its licence allows. Without that, nothing is kept. */
export function PackForm({ read, onKept, onClose }: Props) {
  const said = useSaid();
  const asks = useId();
  const [title, setTitle] = useState('');
  const [owner, setOwner] = useState('');
  const [licence, setLicence] = useState(read.licence);
  const [credit, setCredit] = useState(read.credit);
  const [may, setMay] = useState('');
  const [most, setMost] = useState('');
  const [wrong, setWrong] = useState<'' | 'lacks' | 'notKept'>('');
  const keep = async (): Promise<void> => {
    const leaves: Leaves | undefined = may === 'yes' || may === 'no' ? may : Number(most);
    const asked = v.safeParse(LicenceSchema, { title, owner, licence, credit, leaves });
    if (!asked.success || may === '') return tell('lacks');
    await keepIt(asked.output);
  };
  const tell = (what: 'lacks' | 'notKept'): void => {
    setWrong(what);
    announce(said(say(what)));
  };
  const keepIt = async (record: Licence): Promise<void> => {
    try {
      const pack = await keepPack(read, record);
      await wearAll();
      onKept(pack);
    } catch (error) {
      console.warn(error);
      tell('notKept');
    }
  };
  return (
    <Dialog
      title={say('formTitle')}
      open
      onClose={onClose}
      foot={
        <>
          <Button phrase={say('back')} mark="back" big onPress={onClose} />
          <Button phrase={say('keep')} mark="tick" weight="go" big onPress={() => void keep()} />
        </>
      }
    >
      <Say
        phrase={say('found', { count: read.symbols.length })}
        hint={read.left > 0 ? say('leftBehind', { count: read.left }) : undefined}
      />
      <Write label={say('name')} value={title} onChange={setTitle} max={MOST} />
      <Write label={say('owner')} value={owner} onChange={setOwner} max={MOST} />
      <Write label={say('licence')} value={licence} onChange={setLicence} max={MOST} />
      <Write label={say('credit')} value={credit} onChange={setCredit} max={MOST} />
      <Say phrase={say('mayLeave')} level={3} id={asks} hint={say('mayLeaveHint')} />
      <Choices
        labelledBy={asks}
        answers={[
          { id: 'yes', phrase: say('yes') },
          { id: 'no', phrase: say('no') },
          { id: 'some', phrase: say('some') },
        ]}
        chosen={may === '' ? [] : [may]}
        onChoose={([chosen = '']) => setMay(chosen)}
      />
      {may === 'some' && <Write label={say('most')} value={most} onChange={setMost} type="number" />}
      {wrong !== '' && <p className="wrong">{said(say(wrong))}</p>}
    </Dialog>
  );
}
