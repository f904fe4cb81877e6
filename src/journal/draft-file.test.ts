import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forgetDraftFile, readDraftText, writeDraft } from './draft-file.ts';
import { memoryFiles } from './files.ts';

describe('the file of the half-made answer', () => {
  test('the newest draft is what is read, whatever lengths came before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ maxLength: 300, unit: 'grapheme' }), { minLength: 1 }),
        async (drafts) => {
          const read = await memoryFiles().use('draft', async (handle) => {
            for (const draft of drafts) await writeDraft(handle, draft);
            return [await readDraftText(handle), handle.size()] as const;
          });
          expect(read[0]).toBe(drafts.at(-1));
          const longest = Math.max(...drafts.map((draft) => new TextEncoder().encode(draft).length));
          expect(read[1]).toBeLessThanOrEqual(128 + 3 * longest + 3);
        },
      ),
    );
  });

  test('wherever the power goes, the draft before or the new one is whole', async () => {
    for (let nth = 1; nth <= 4; nth += 1) {
      const disk = new Map<string, Uint8Array>();
      await memoryFiles(disk).use('draft', (handle) => writeDraft(handle, 'before'));
      let calls = 0;
      const files = memoryFiles(disk, () => {
        if (++calls >= nth) throw new Error('broken');
      });
      await files.use('draft', (handle) => writeDraft(handle, 'after')).catch(() => undefined);
      expect(['before', 'after']).toContain(await memoryFiles(disk).use('draft', readDraftText));
    }
  });

  test('a forgotten draft leaves nothing but zeros', async () => {
    const disk = new Map<string, Uint8Array>();
    const files = memoryFiles(disk);
    await files.use('draft', (handle) => writeDraft(handle, 'a secret that is long'));
    await files.use('draft', (handle) => writeDraft(handle, 'short'));
    const bytes = disk.get('draft');
    await files.use('draft', forgetDraftFile);
    expect(bytes?.every((byte) => byte === 0)).toBe(true);
    expect(await files.use('draft', readDraftText)).toBeUndefined();
  });

  test('a damaged draft is none', async () => {
    const disk = new Map<string, Uint8Array>();
    await memoryFiles(disk).use('draft', (handle) => writeDraft(handle, 'words'));
    disk.get('draft')?.fill(9, 130, 133);
    expect(await memoryFiles(disk).use('draft', readDraftText)).toBeUndefined();
  });
});
