import { useState } from 'react';
import { useWays, waysNow, type Ways } from '#access/ways.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { Picture } from '../Picture.tsx';
import { useSaid } from '../said.ts';
import { say as sayUi } from '../words.ts';
import { HowLong } from './HowLong.tsx';
import { MySwitch } from './MySwitch.tsx';
import { say } from './words.ts';
import './press.css';

type Page = '' | 'again' | 'hold' | 'switch';

/** What is set now, in words. */
const nowOf: Record<Exclude<Page, ''>, (ways: Ways) => Phrase> = {
  again: ({ ignoreMs }) =>
    say(
      ignoreMs === 0 ? 'again0' : ignoreMs <= 500 ? 'again500' : ignoreMs <= 1000 ? 'again1000' : 'again2000',
    ),
  hold: ({ holdMs }) =>
    say(holdMs === 0 ? 'hold0' : holdMs <= 300 ? 'hold300' : holdMs <= 600 ? 'hold600' : 'hold1000'),
  switch: ({ scan }) => say(scan === 'one' ? 'switchOne' : scan === 'two' ? 'switchTwo' : 'switchNone'),
};
const pages = ['again', 'hold', 'switch'] as const;

/** How I press: waiting between taps, holding, a switch. One question a page, each to be tried at once. */
export function HowIPress({ onClose }: { onClose(): void }) {
  const [page, setPage] = useState<Page>('');
  const ways = useWays(waysNow);
  const said = useSaid();
  const back = <Button phrase={say('back')} mark="back" big onPress={() => setPage('')} />;
  const good = <Button phrase={say('good')} mark="tick" weight="go" big onPress={onClose} />;
  return (
    <Dialog
      title={page === '' ? sayUi('howIPress') : say(page)}
      open
      onClose={onClose}
      foot={
        <>
          {page !== '' && back}
          {good}
        </>
      }
    >
      {page === '' && (
        <>
          <p>{said(say('hint'))}</p>
          <div className="press-list" role="group" aria-label={said(sayUi('howIPress'))}>
            {pages.map((each) => (
              <button key={each} type="button" className="choice" onClick={() => setPage(each)}>
                <Picture symbol={say(each).symbol} />
                <span>
                  {said(say(each))}
                  <span className="press-now">{said(nowOf[each](ways))}</span>
                </span>
              </button>
            ))}
          </div>
        </>
      )}
      {(page === 'again' || page === 'hold') && <HowLong key={page} of={page} />}
      {page === 'switch' && <MySwitch />}
    </Dialog>
  );
}
