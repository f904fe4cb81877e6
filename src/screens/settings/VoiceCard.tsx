import { useState } from 'react';
import { tryVoice } from '#access/voice.ts';
import { Button } from '#ui/Button.tsx';
import { HowFast } from '#ui/HowFast.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { Steps } from './Steps.tsx';
import { say } from './words.ts';

type Tried = { voice: string; why: '' | 'no-voice' | 'no-answer'; online: boolean };

/** The tablet's own voice: to be tried, best with the wifi off, and how to get one where there is none. */
export function VoiceCard() {
  const said = useSaid();
  const [tried, setTried] = useState<Tried>();
  const hear = async (): Promise<void> => {
    const heard = await tryVoice(said(say('voiceSample')));
    const now = { ...heard, online: navigator.onLine };
    setTried(now);
    announce(said(told(now)));
  };
  return (
    <section className="card stack">
      <Say phrase={say('voice')} level={2} hint={say('voiceWhy')} />
      <Button phrase={say('voiceTry')} mark="play" weight="edge" onPress={() => void hear()} />
      {tried && <p className={tried.why ? 'wrong' : ''}>{said(told(tried))}</p>}
      {tried?.why === '' && tried.online && <p className="quiet">{said(say('voiceOnline'))}</p>}
      <HowFast />
      <Steps title={say('voiceIpad')} steps={[say('voiceIpad1'), say('voiceIpad2')]} />
      <Steps title={say('voiceAndroid')} steps={[say('voiceAndroid1'), say('voiceAndroid2')]} />
      <p className="quiet">{said(say('voiceElse'))}</p>
    </section>
  );
}

function told({ voice, why }: Tried) {
  return why === '' ? say('voiceHeard', { voice }) : say(why === 'no-voice' ? 'voiceNone' : 'voiceSilent');
}
