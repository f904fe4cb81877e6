/** Three soft notes, made by the tablet itself. Only ever after a tap. */
export async function playSound(): Promise<void> {
  const sound = new AudioContext();
  try {
    // Some browsers start it asleep, and wake it only for a tap.
    await sound.resume();
    for (const [place, pitch] of [523, 659, 784].entries()) {
      const at = sound.currentTime + place * 0.4;
      const tone = sound.createOscillator();
      const loudness = sound.createGain();
      tone.frequency.value = pitch;
      loudness.gain.setValueAtTime(0, at);
      loudness.gain.linearRampToValueAtTime(0.4, at + 0.05);
      loudness.gain.linearRampToValueAtTime(0, at + 0.35);
      tone.connect(loudness).connect(sound.destination);
      tone.start(at);
      tone.stop(at + 0.4);
    }
    await new Promise((over) => setTimeout(over, 1300));
  } finally {
    await sound.close();
  }
}
