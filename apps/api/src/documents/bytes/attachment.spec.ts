import { docx, MAKER, mp3, pdf, photograph, picturePng, pictureWebp, PLACE, plainJpeg, plainPng } from '../../../../../test/support/papers';
import { type CleanedAttachment, lookThrough } from './attachment';
import type { Shelter } from './package';
import { FileRefused } from './refused';
import type { Source } from './source';

const ID = '6d2f0d4e-7a54-4f4a-9a3c-5f0e6f1d2b11';
const sourceOf = (bytes: Buffer): Source & { close(): Promise<void> } => ({
  length: bytes.length,
  read: async (from, length) => bytes.subarray(from, from + length),
  close: async () => undefined,
});
const shelter: Shelter = {
  async keep(content) {
    const parts: Uint8Array[] = [];
    for await (const part of content) parts.push(Buffer.from(part));
    return sourceOf(Buffer.concat(parts));
  },
};
const look = (bytes: Buffer, name: string): Promise<CleanedAttachment> => lookThrough(sourceOf(bytes), name, ID, shelter);
const contentOf = ({ bytes }: CleanedAttachment): Promise<Buffer> => bytes.read(0, bytes.length);
const why = (bytes: Buffer, name: string): Promise<string> =>
  look(bytes, name).then(
    () => 'taken',
    (error: unknown) => (error instanceof FileRefused ? error.reason : String(error)),
  );

describe('R-FL-10: what hangs on a message between relatives', () => {
  it.each([
    ['a photograph', photograph(), 'Leila Tirana.jpg', 'jpg', ['PLACE', 'CAMERA', 'DESCRIPTION', 'HIDDEN_BYTES', 'FILE_NAME']],
    ['a PNG', picturePng(), 'IMG_20260102.png', 'png', ['PLACE', 'CAMERA', 'DESCRIPTION', 'TIME', 'HIDDEN_BYTES', 'FILE_NAME']],
    ['a WebP', pictureWebp(), 'ما.webp', 'webp', ['PLACE', 'CAMERA', 'DESCRIPTION', 'FILE_NAME']],
    ['a PDF', pdf(), 'letter.pdf', 'pdf', ['DESCRIPTION', 'TIME', 'AUTHOR', 'PROGRAM', 'FILE_NAME']],
    ['a packed PDF', pdf({ packed: true }), '.pdf', 'pdf', ['DESCRIPTION']],
  ])('%s is said to tell what it tells, and tells nothing when it leaves', async (_, bytes, name, ending, tells) => {
    const attachment = await look(bytes, name);
    expect([attachment.tells, attachment.name]).toEqual([tells, `${ID}.${ending}`]);
    const left = await contentOf(attachment);
    for (const word of [PLACE, MAKER, 'GPS', 'adobe']) expect([word, left.includes(word)]).toEqual([word, false]);
    expect([left.length > 0, (await look(left, `.${ending}`)).tells]).toEqual([true, []]);
  });

  it('lies as it was held: which way is up is not lost, and is not told as a camera', async () => {
    const turned = await look(photograph(6), '.jpg');
    const again = await look(await contentOf(turned), '.jpg');
    expect([again.tells, (await contentOf(again)).equals(await contentOf(turned))]).toEqual([[], true]);
  });

  it.each([
    ['a picture that tells nothing, without a name', plainPng(), '', []],
    ['the same with a name', plainJpeg(), 'mother.jpg', ['FILE_NAME']],
  ])('%s is taken', async (_, bytes, name, tells) => expect((await look(bytes, name)).tells).toEqual(tells));

  it.each([
    ['another kind of file', docx(), 'letter.docx', 'cannot-be-cleaned'],
    ['a voice', mp3(), 'voice.mp3', 'cannot-be-cleaned'],
    ['a name that says otherwise', plainPng(), 'picture.pdf', 'name-says-otherwise'],
    ['a PDF under a password', pdf({ encrypted: true }), 'a.pdf', 'encrypted'],
    ['a PDF with files inside', pdf({ attached: true }), 'a.pdf', 'has-files-inside'],
    ['a picture that is cut off', photograph().subarray(0, 300), 'a.jpg', 'broken'],
    ['nothing', Buffer.alloc(0), 'a.jpg', 'empty'],
  ])('%s is refused with its reason', async (_, bytes, name, reason) => expect(await why(bytes, name)).toBe(reason));
});
