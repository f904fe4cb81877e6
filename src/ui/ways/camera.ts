import * as v from 'valibot';

/** How often a picture of the camera is looked at. */
const EVERY_MS = 250;
/** Wide enough for a small square, and quick on an old tablet. */
const WIDEST = 640;

type Look = (canvas: HTMLCanvasElement) => Promise<string>;
const FoundSchema = v.pipe(v.array(v.object({ rawValue: v.string() })), v.minLength(1));

/**
 * Shows the camera in `video` and tells every text of a square code that it sees. No picture is kept:
 * each is drawn over the one before. Gives a way to stop; fails where there is no camera.
 */
export async function watchForSquares(
  video: HTMLVideoElement,
  onText: (text: string) => void,
): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  const look = await lookWith();
  const canvas = document.createElement('canvas');
  let timer = 0;
  let stopped = false;
  const next = (): void => {
    timer = window.setTimeout(() => void step(), EVERY_MS);
  };
  const step = async (): Promise<void> => {
    if (drawn(video, canvas)) {
      const text = await look(canvas).catch(() => '');
      if (text !== '' && !stopped) onText(text);
    }
    if (!stopped) next();
  };
  video.srcObject = stream;
  await video.play().catch(() => undefined);
  next();
  return () => {
    stopped = true;
    window.clearTimeout(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
    canvas.width = 0;
  };
}

function drawn(video: HTMLVideoElement, canvas: HTMLCanvasElement): boolean {
  if (video.videoWidth === 0) return false;
  const scale = Math.min(1, WIDEST / video.videoWidth);
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return true;
}

/** The device's own reader where it has one; ours where not. */
async function lookWith(): Promise<Look> {
  return (await devicesOwn()) ?? (await ours());
}

type Detector = { detect(canvas: HTMLCanvasElement): Promise<unknown> };
type DetectorMaker = {
  new (settings: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
};
declare global {
  // Not in every browser yet, so it is asked for and never assumed.
  // A property of the window is declared so.
  var BarcodeDetector: DetectorMaker | undefined;
}

async function devicesOwn(): Promise<Look | undefined> {
  try {
    const Maker = globalThis.BarcodeDetector;
    if (!Maker || !(await Maker.getSupportedFormats()).includes('qr_code')) return undefined;
    const detector = new Maker({ formats: ['qr_code'] });
    return async (canvas) => {
      const found = v.safeParse(FoundSchema, await detector.detect(canvas));
      return found.success ? (found.output[0]?.rawValue ?? '') : '';
    };
  } catch {
    return undefined;
  }
}

async function ours(): Promise<Look> {
  const { decodeQR } = await import('qr/decode.js');
  return (canvas) => {
    const picture = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
    return Promise.resolve(picture ? decodeQR(picture) : '');
  };
}
