import { Fragment } from 'react';
import * as v from 'valibot';
import { useNavigate } from 'react-router';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Logo } from '#ui/Logo.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { atOffice } from '../at-office.ts';
import { usePackList } from '../packs/worn.ts';
import { say as sayScreens } from '../words.ts';
import licences from './licences.json' with { type: 'json' };
import { say } from './words.ts';

const text = v.string();
const parts = v.parse(
  v.array(v.object({ name: text, version: text, licence: text, by: text, text })),
  licences,
);
/** As their licence asks for it, word for word. */
const OPENMOJI =
  'All emojis designed by OpenMoji – the open-source emoji and icon project. License: CC BY-SA 4.0';

/** Whose work this is built on, with each licence in full. */
export function Licences() {
  const navigate = useNavigate();
  const said = useSaid();
  const packs = usePackList();
  const back = (): void => void navigate(atOffice() ? '/' : '/settings');
  return (
    <Frame
      title={say('title')}
      where={
        <>
          <Logo />
          <strong className="brand">Cuppa</strong>
        </>
      }
      help={[say('help')]}
      onStop={() => void navigate('/')}
      done={<Button phrase={atOffice() ? sayScreens('home') : say('settings')} mark="back" onPress={back} />}
    >
      <Say phrase={say('title')} level={1} hint={say('help')} />
      <section className="card stack">
        <p>{said(say('cuppa'))}</p>
        <h2>{said(say('pictures'))}</h2>
        <p lang="en">{OPENMOJI}</p>
        <p className="quiet">{said(say('changed'))}</p>
        {packs.map(({ id, licence: { title, licence, credit } }) => (
          <p key={id}>
            <strong>{title}</strong>: {credit} ({licence})
          </p>
        ))}
        <h2>{said(say('letters'))}</h2>
        <p>{said(say('fonts'))}</p>
      </section>
      <section className="card stack licences">
        <h2>{said(say('parts', { count: parts.length }))}</h2>
        {parts.map((part) => (
          <details key={`${part.name} ${part.version}`}>
            <summary>
              <strong>
                {part.name.split('/').map((piece, index) => (
                  <Fragment key={piece}>
                    {/* A long name may go on in the next line after its stroke, and nowhere else. */}
                    {index > 0 && (
                      <>
                        /<wbr />
                      </>
                    )}
                    {piece}
                  </Fragment>
                ))}
              </strong>{' '}
              {part.version}, {part.licence}
            </summary>
            {part.by && <p className="quiet">{said(say('by', { who: part.by }))}</p>}
            <pre>{part.text}</pre>
          </details>
        ))}
      </section>
    </Frame>
  );
}
