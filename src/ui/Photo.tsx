import { useState, type ChangeEvent } from 'react';
import type { Attachment } from '#workshop/attachment.ts';
import { makeAttachment, useAttachmentUrl } from './attachments.ts';
import { Button } from './Button.tsx';
import { Mark } from './Mark.tsx';
import { useSaid } from './said.ts';
import { say } from './words.ts';

const LONGEST_SIDE = 1280;

/** A photo can be named by its bytes only where the browser offers hashing: not on a plain http address. */
export function canKeepPhotos(): boolean {
  return typeof globalThis.crypto?.subtle !== 'undefined';
}

type Props = { photo: string; onPhoto(attachment: Attachment): void; onClear(): void };

/** Takes a photo, or finds one on the tablet, and shows it. What the camera wrote into it (place, time) is left out. */
export function Photo({ photo, onPhoto, onClear }: Props) {
  const [state, setState] = useState<'ready' | 'opening' | 'failed'>('ready');
  const said = useSaid();
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (!file) return;
    setState('opening');
    smaller(file)
      .then(makeAttachment)
      .then((attachment) => {
        onPhoto(attachment);
        setState('ready');
      })
      .catch(() => setState('failed'));
  };
  if (photo) {
    return (
      <div className="photo">
        <Photograph name={photo} alt={said(say('yourPhoto'))} />
        <div className="tools">
          <Button phrase={say('photoAgain')} mark="photo" big onPress={onClear} />
        </div>
      </div>
    );
  }
  return (
    <div className="photo">
      <label className="button edge big wide middle">
        <input
          type="file"
          accept="image/*"
          capture="environment"
          className="seen-by-readers"
          onChange={choose}
        />
        <Mark name="photo" />
        <span>{said(say(state === 'opening' ? 'photoOpening' : 'takePhoto'))}</span>
      </label>
      <p className="quiet">{said(say('photoHint'))}</p>
      {state === 'failed' && <p className="wrong">{said(say('photoFailed'))}</p>}
    </div>
  );
}

/** A kept photo. `alt` is empty where its words stand beside it. */
export function Photograph({ name, alt = '' }: { name: string; alt?: string }) {
  const url = useAttachmentUrl(name);
  return (
    <span className="photograph">
      {url ? <img src={url} alt={alt} draggable={false} /> : <Mark name="photo" />}
    </span>
  );
}

/** The picture alone, drawn anew and no larger than it needs to be. */
async function smaller(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((done, fail) => {
    canvas.toBlob(
      (blob) => (blob ? done(blob) : fail(new Error('The photo could not be drawn'))),
      'image/jpeg',
      0.8,
    );
  });
}
