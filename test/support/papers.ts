import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

/** Files as people bring them: each tells who made it and where, under words that a test can look for. */
export const PLACE = 'Tirana 41.3275N 19.8187E';
export const MAKER = 'Ateliekamera 77';

const JPEG =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQ' +
  'AAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAAB' +
  'UAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWi' +
  'AAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM' +
  'ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2' +
  'P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAMABADASIAAhEBAxEB/8QAFwAAAwEAAAAAAAAAAAAAAAAAAAID' +
  'BP/EABkQAAMBAQEAAAAAAAAAAAAAAAABAgMhMf/EABUBAQEAAAAAAAAAAAAAAAAAAAMF/8QAHBEAAgICAwAAAAAAAAAAAAAAAQMAIQIEEVFx/9oADAMBAAIRAxEAPwDLppU20nwrm3UJv0YAALk52y' +
  'ticV4rAI4vuvJ//9k=';
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAMCAYAAABr5z2BAAAASklEQVR4AeyQMQ0AIAwEP0jBAl6QgAU0YKVe0ATbb98OHVhocsvnc02+VBsnQ0HyKLC14aH+UKAKUf4FADfos8FDjUmBKkT5e8EFAA' +
  'D//wVX/HgAAAAGSURBVAMAAgM7KWAtaugAAAAASUVORK5CYII=';
const WEBP =
  'UklGRjgCAABXRUJQVlA4WAoAAAAgAAAADwAACwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQ' +
  'AAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAAB' +
  'UAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWi' +
  'AAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM' +
  'ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggSgAAABACAJ0BKhAADAACwEwlsAJ0MEA8kACxDAAA/W93RnCFjBQA5j3RhcHnrhaiDqPU1H+6zb//mo04GF6h3h' +
  '4+bf/i1Ny+f8Fd2AAA';

export const plainJpeg = (): Buffer => Buffer.from(JPEG, 'base64');
export const plainPng = (): Buffer => Buffer.from(PNG, 'base64');
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

function u16(value: number): Buffer {
  const whole = Buffer.alloc(2);
  whole.writeUInt16BE(value);
  return whole;
}
function u32(value: number): Buffer {
  const whole = Buffer.alloc(4);
  whole.writeUInt32BE(value);
  return whole;
}
function u32le(value: number): Buffer {
  const whole = Buffer.alloc(4);
  whole.writeUInt32LE(value);
  return whole;
}

/** TIFF with maker, which way is up, and the place: 41° 19' 39" N, 19° 49' 7" E. */
export function exif(orientation = 1): Buffer {
  const entry = (tag: number, type: number, count: number, value: Buffer): Buffer =>
    Buffer.concat([u16(tag), u16(type), u32(count), Buffer.concat([value, Buffer.alloc(4)]).subarray(0, 4)]);
  const maker = bytes(`${MAKER}\0`);
  const place = bytes(`${PLACE}\0`);
  const gpsAt = 8 + 2 + 4 * 12 + 4;
  const makerAt = gpsAt + 2 + 4 * 12 + 4;
  const placeAt = makerAt + maker.length;
  const degreesAt = placeAt + place.length;
  const rationals = (values: number[]): Buffer => Buffer.concat(values.flatMap((value) => [u32(value), u32(1)]));
  return Buffer.concat([
    bytes('MM\0*'),
    u32(8),
    u16(4),
    entry(0x010f, 2, maker.length, u32(makerAt)),
    entry(0x0112, 3, 1, u16(orientation)),
    entry(0x013b, 2, place.length, u32(placeAt)),
    entry(0x8825, 4, 1, u32(gpsAt)),
    u32(0),
    u16(4),
    entry(1, 2, 2, bytes('N\0')),
    entry(2, 5, 3, u32(degreesAt)),
    entry(3, 2, 2, bytes('E\0')),
    entry(4, 5, 3, u32(degreesAt + 24)),
    u32(0),
    maker,
    place,
    rationals([41, 19, 39]),
    rationals([19, 49, 7]),
  ]);
}

const segment = (marker: number, body: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker]), u16(body.length + 2), body]);
const xmp = bytes(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${MAKER}</dc:creator><gps>${PLACE}</gps></x:xmpmeta>`);

/** A photograph as a telephone takes it: place, maker, a packet of words, and a film hung behind it. */
export function photograph(orientation = 1, whole: Buffer = plainJpeg()): Buffer {
  return Buffer.concat([
    whole.subarray(0, 2),
    segment(0xe1, Buffer.concat([bytes('Exif\0\0'), exif(orientation)])),
    segment(0xe1, Buffer.concat([bytes('http://ns.adobe.com/xap/1.0/\0'), xmp])),
    segment(0xed, bytes(`Photoshop 3.0\0${MAKER}`)),
    segment(0xfe, bytes(`comment ${PLACE}`)),
    whole.subarray(2),
    bytes(`ftypmp42 ${PLACE}`),
  ]);
}

const pngChunk = (name: string, body: Buffer): Buffer =>
  Buffer.concat([u32(body.length), bytes(name), body, u32(crc32(Buffer.concat([bytes(name), body])))]);

export function picturePng(): Buffer {
  const plain = plainPng();
  const told = [
    pngChunk('tEXt', bytes(`Author\0${MAKER}`)),
    pngChunk('zTXt', Buffer.concat([bytes('Place\0\0'), deflateSync(bytes(PLACE))])),
    pngChunk('iTXt', bytes(`XML:com.adobe.xmp\0\0\0\0\0${PLACE}`)),
    pngChunk('eXIf', exif()),
    pngChunk('tIME', Buffer.from([7, 234, 1, 2, 3, 4, 5])),
  ];
  return Buffer.concat([plain.subarray(0, 33), ...told, plain.subarray(33), bytes(PLACE)]);
}

export function pictureWebp(): Buffer {
  const part = (name: string, body: Buffer): Buffer =>
    Buffer.concat([bytes(name), u32le(body.length), body, Buffer.alloc(body.length % 2)]);
  const drawn = Buffer.from(WEBP, 'base64').subarray(30); // behind a VP8X of its own, which ours stands for
  const size = Buffer.from([0x2c, 0, 0, 0, 15, 0, 0, 11, 0, 0]);
  const inside = Buffer.concat([bytes('WEBP'), part('VP8X', size), drawn, part('EXIF', exif()), part('XMP ', xmp)]);
  return Buffer.concat([bytes('RIFF'), u32le(inside.length), inside]);
}

interface Zipped {
  name: string;
  content: Buffer;
  stored?: true;
}

/** An archive; the numbers it says of itself may be made to lie. */
export function zip(files: readonly Zipped[], lie: { unpacked?: number; encrypted?: true } = {}): Buffer {
  const heads: Buffer[] = [];
  const bodies: Buffer[] = [];
  let at = 0;
  for (const { name, content, stored } of files) {
    const packed = stored ? content : deflateRawSync(content);
    const common = Buffer.concat([
      Buffer.from([20, 0, lie.encrypted ? 1 : 0, 0, stored ? 0 : 8, 0, 0, 0, 0x21, 0]),
      u32le(crc32(content)),
      u32le(packed.length),
      u32le(lie.unpacked ?? content.length),
      Buffer.from([Buffer.byteLength(name), 0, 0, 0]),
    ]);
    const local = Buffer.concat([u32le(0x04034b50), common, Buffer.from(name), packed]);
    heads.push(Buffer.concat([u32le(0x02014b50), Buffer.from([20, 0]), common, Buffer.alloc(10), u32le(at), Buffer.from(name)]));
    bodies.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(heads);
  const count = Buffer.from([files.length & 255, files.length >> 8]);
  const end = Buffer.concat([u32le(0x06054b50), Buffer.alloc(4), count, count, u32le(directory.length), u32le(at), Buffer.alloc(2)]);
  return Buffer.concat([...bodies, directory, end]);
}

const TYPES =
  '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

export function docxParts(more: readonly Zipped[] = [], types = TYPES): Zipped[] {
  const file = (name: string, text: string): Zipped => ({ name, content: Buffer.from(text) });
  return [
    file('[Content_Types].xml', types),
    file('_rels/.rels', '<Relationships/>'),
    file(
      'docProps/core.xml',
      `<cp:coreProperties><dc:creator>${MAKER}</dc:creator><cp:lastModifiedBy>${MAKER}</cp:lastModifiedBy></cp:coreProperties>`,
    ),
    file('docProps/app.xml', `<Properties><Company>${MAKER}</Company></Properties>`),
    file(
      'word/document.xml',
      `<w:document><w:ins w:id="1" w:author="${MAKER}" w:date="2026-01-02T03:04:05Z"><w:t>What was agreed</w:t></w:ins></w:document>`,
    ),
    file(
      'word/comments.xml',
      `<w:comments><w:comment w:author='${MAKER}' w:initials="${MAKER}"><w:t>A remark</w:t></w:comment></w:comments>`,
    ),
    { name: 'word/media/image1.jpg', content: photograph(), stored: true },
    ...more,
  ];
}
export const docx = (): Buffer => zip(docxParts());

export const odt = (): Buffer =>
  zip([
    { name: 'mimetype', content: bytes('application/vnd.oasis.opendocument.text'), stored: true },
    {
      name: 'meta.xml',
      content: bytes(`<office:document-meta><meta:initial-creator>${MAKER}</meta:initial-creator></office:document-meta>`),
    },
    {
      name: 'settings.xml',
      content: bytes(`<config:config-item config:name="PrinterName" config:type="string">${MAKER}</config:config-item>`),
    },
    {
      name: 'content.xml',
      content: bytes(`<office:annotation><dc:creator>${MAKER}</dc:creator><text:p>What was agreed</text:p></office:annotation>`),
    },
    { name: 'Pictures/1.png', content: picturePng() },
    { name: 'META-INF/manifest.xml', content: bytes('<manifest:manifest/>') },
  ]);

/** A page with a picture; the telling parts plain, or packed together in an object stream. */
export function pdf({ packed = false, encrypted = false, attached = false } = {}): Buffer {
  const info = `<< /Author (${MAKER} \\(and\\) others) /Title (Letter to ${PLACE}) /Producer <${bytes(MAKER).toString('hex')}> /CreationDate (D:20260102030405) >>`;
  const mark = `<< /Type /Annot /Subtype /Highlight /Rect [0 0 1 1] /T (${MAKER}) /Contents (kept) >>`;
  const stream = (head: string, body: Buffer): Buffer =>
    Buffer.concat([bytes(`<< ${head} /Length ${body.length} >>\nstream\n`), body, bytes('\nendstream')]);
  const objects: [number, Buffer][] = [
    [1, bytes('<< /Type /Catalog /Pages 2 0 R /Metadata 7 0 R >>')],
    [2, bytes('<< /Type /Pages /Kids [3 0 R] /Count 1 >>')],
    [
      3,
      bytes(
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 120] /Contents 4 0 R /Annots [8 0 R] /Resources << /XObject << /P 6 0 R >> /Font << /F 9 0 R >> >> >>',
      ),
    ],
    [4, stream('', bytes('BT /F 18 Tf 20 60 Td (What was agreed) Tj ET q 32 0 0 24 20 20 cm /P Do Q'))],
    [
      6,
      stream(
        '/Type /XObject /Subtype /Image /Width 16 /Height 12 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode',
        photograph(),
      ),
    ],
    [7, stream('/Type /Metadata /Subtype /XML', xmp)],
    [9, bytes('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')],
  ];
  if (attached) objects.push([10, stream('/Type /EmbeddedFile', bytes('another file'))]);
  const numbers = `5 0 8 ${info.length + 1} `;
  if (packed)
    objects.push([
      11,
      stream(
        `/Type /ObjStm /N 2 /First ${numbers.length} /Filter /FlateDecode`,
        deflateSync(bytes(`${numbers}${info} ${mark}`), { level: 6 }),
      ),
    ]);
  else objects.push([5, bytes(info)], [8, bytes(mark)]);
  const parts: Buffer[] = [bytes('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n')];
  const offsets = new Map<number, number>();
  let at = parts[0]?.length ?? 0;
  for (const [number, body] of objects) {
    const whole = Buffer.concat([bytes(`${number} 0 obj\n`), body, bytes('\nendobj\n')]);
    offsets.set(number, at);
    parts.push(whole);
    at += whole.length;
  }
  const trailer = `/Size 13 /Root 1 0 R /Info 5 0 R${encrypted ? ' /Encrypt 9 0 R' : ''}`;
  parts.push(packed ? xrefStream(at, offsets, trailer) : xrefTable(at, offsets, trailer));
  return Buffer.concat([...parts, bytes(`hung behind: ${PLACE}`)]);
}

function xrefTable(at: number, offsets: ReadonlyMap<number, number>, trailer: string): Buffer {
  const line = (n: number): string => `${String(offsets.get(n) ?? 0).padStart(10, '0')} ${offsets.has(n) ? '00000 n' : '65535 f'} \n`;
  const table = Array.from({ length: 13 }, (_, n) => line(n)).join('');
  return bytes(`xref\n0 13\n${table}trailer\n<< ${trailer} >>\nstartxref\n${at}\n%%EOF\n`);
}

function xrefStream(at: number, offsets: ReadonlyMap<number, number>, trailer: string): Buffer {
  const packedIn = new Map([
    [5, 0],
    [8, 1],
  ]);
  const line = (n: number): Buffer => {
    const place = n === 12 ? at : offsets.get(n);
    if (place !== undefined) return Buffer.concat([Buffer.from([1]), u32(place), Buffer.from([0])]);
    const index = packedIn.get(n);
    return Buffer.concat([Buffer.from([index === undefined ? 0 : 2]), u32(index === undefined ? 0 : 11), Buffer.from([index ?? 0])]);
  };
  const table = deflateSync(Buffer.concat(Array.from({ length: 13 }, (_, n) => line(n))));
  const head = `12 0 obj\n<< /Type /XRef ${trailer} /W [1 4 1] /Filter /FlateDecode /Length ${table.length} >>\nstream\n`;
  return Buffer.concat([bytes(head), table, bytes(`\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`)]);
}

export function mp3(): Buffer {
  const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)]);
  const words = bytes(`TPE1 ${MAKER} ${PLACE}`);
  const before = Buffer.concat([bytes('ID3\x03\0\0'), Buffer.from([0, 0, 0, words.length]), words]);
  const behind = Buffer.concat([bytes(`TAG${MAKER}`), Buffer.alloc(125)]).subarray(0, 128);
  return Buffer.concat([before, ...Array.from({ length: 6 }, () => frame), behind]);
}

export function m4a(handler: 'soun' | 'vide' = 'soun'): Buffer {
  const box = (name: string, ...inside: Buffer[]): Buffer => {
    const body = Buffer.concat(inside);
    return Buffer.concat([u32(body.length + 8), bytes(name), body]);
  };
  const times = Buffer.concat([u32(0), bytes('TIMETIME'), Buffer.alloc(80)]);
  const media = box(
    'mdia',
    box('mdhd', times),
    box('hdlr', Buffer.alloc(8), bytes(handler), Buffer.alloc(13)),
    box('minf', box('smhd', Buffer.alloc(8))),
  );
  const told = box('udta', box('\xa9xyz', bytes(PLACE)), box('meta', bytes(MAKER)));
  const moov = box('moov', box('mvhd', times), box('trak', box('tkhd', times), media, told), told);
  return Buffer.concat([box('ftyp', bytes('M4A \0\0\0\0M4A ')), moov, box('uuid', bytes(PLACE)), box('mdat', Buffer.alloc(500, 7))]);
}

export const text = (): Buffer => Buffer.from('What was agreed\nآنچه قرار شد\n');
