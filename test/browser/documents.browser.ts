import { readFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser-story';
import { type Desk, sitDown } from '../support/desk';
import { firstRecord } from '../support/first-record';
import * as papers from '../support/papers';

/** How wide a canvas is on which nothing was drawn yet. */
const BLANK = 300;

/** A photograph that can be seen: drawn on a canvas of the browser, with a place and a maker written into it. */
async function photographOf(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 420;
    const pen = canvas.getContext('2d');
    if (!pen) return [];
    pen.fillStyle = '#7fa8c9';
    pen.fillRect(0, 0, 640, 420);
    pen.fillStyle = '#4b7a4b';
    pen.fillRect(0, 260, 640, 160);
    pen.fillStyle = '#b5482f';
    pen.fillRect(240, 160, 160, 130);
    return new Promise<number[]>((resolve) =>
      canvas.toBlob((blob) => void blob?.arrayBuffer().then((bytes) => resolve([...new Uint8Array(bytes)])), 'image/jpeg', 0.8),
    );
  });
  return papers.photograph(1, Buffer.from(drawn));
}

const shown = (page: Page) =>
  page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const pen = canvas.getContext('2d');
    const points = pen ? [...new Uint32Array(pen.getImageData(0, 0, canvas.width, canvas.height).data.buffer)] : [];
    return { width: canvas.width, height: canvas.height, colours: new Set(points).size };
  });

async function openDocuments({ page, say }: Desk): Promise<string> {
  const caseId = await firstRecord(page, '/api/cases?limit=1');
  await page.goto(`/cases/${caseId}/documents`);
  await expect(page.getByRole('heading', { name: say('documents.heading', 'Documents'), exact: true })).toBeVisible();
  return caseId;
}

async function bring({ page, say }: Desk, name: string, content: Buffer, title: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: content });
  await page.getByLabel(say('documents.title', 'Title'), { exact: true }).fill(title);
  await page.getByRole('button', { name: say('documents.save', 'Seal and keep') }).click();
}

/** As by the mouse: dropped on the place for it, and saved by one key. */
async function dropAndSave({ page, say }: Desk, name: string, content: Buffer, title: string): Promise<void> {
  const carried = await page.evaluateHandle(
    ([fileName, bytes]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], fileName));
      return transfer;
    },
    [name, [...content]] as const,
  );
  const place = page.locator('label.drop');
  await place.dispatchEvent('dragover', { dataTransfer: carried });
  await place.dispatchEvent('drop', { dataTransfer: carried });
  await expect(page.locator('app-document-upload select').first()).toBeFocused();
  await page.getByLabel(say('documents.title', 'Title'), { exact: true }).fill(title);
  await page.keyboard.press('Control+Enter');
}

const lineOf = ({ page }: Desk, title: string) => page.locator('li.row').filter({ hasText: title });

for (const lang of ['en', 'fa'] as const) {
  test(`a photograph loses its place, a PDF is drawn anew, and a file leaves only after its warning (${lang})`, async ({
    browser,
    app,
  }) => {
    const desk = await sitDown(browser, app.url, 'caseworker', { lang });
    const { page, say } = desk;
    const violations: string[] = [];
    page.on('console', (message) => void (/Content Security|Trusted/i.test(message.text()) && violations.push(message.text())));
    await openDocuments(desk);

    const [photo, letter] = lang === 'en' ? ['House by the road', 'Letter of the office'] : ['خانهٔ کنار راه', 'نامهٔ اداره'];
    await dropAndSave(desk, 'IMG_2041.jpg', await photographOf(page), photo);
    await expect(lineOf(desk, photo)).toBeVisible();
    await page.screenshot({ path: test.info().outputPath('list.png') });

    await lineOf(desk, photo)
      .getByRole('button', { name: say('documents.look', 'Look') })
      .click();
    await expect.poll(async () => (await shown(page)).width).toBe(640);
    await expect.poll(async () => (await shown(page)).colours).toBeGreaterThan(2);
    await page.screenshot({ path: test.info().outputPath('photo.png') });
    await page.getByRole('button', { name: say('documents.close', 'Close') }).click();

    await lineOf(desk, photo)
      .getByRole('button', { name: say('documents.take', 'Save'), exact: true })
      .click();
    await expect(page.getByText(say('documents.takeTitle', 'Save a file that nobody scanned?'))).toBeVisible();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: say('documents.takeAnyway', 'Save it all the same') }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toMatch(/^[0-9a-f-]{36}\.jpg$/);
    const bytes = readFileSync(await saved.path());
    expect([bytes.includes(papers.PLACE), bytes.includes(papers.MAKER), bytes.includes('Exif')]).toEqual([false, false, false]);

    await bring(desk, 'letter.pdf', papers.pdf({ packed: true }), letter);
    await lineOf(desk, letter)
      .getByRole('button', { name: say('documents.look', 'Look') })
      .click();
    await expect.poll(async () => (await shown(page)).width).toBe(1400);
    await expect.poll(async () => (await shown(page)).colours).toBeGreaterThan(2);
    await page.screenshot({ path: test.info().outputPath('pdf.png') });
    await expect(page.locator('iframe, embed, object')).toHaveCount(0);
    await page.getByRole('button', { name: say('documents.close', 'Close') }).click();

    await bring(desk, 'photo.jpg', papers.pdf(), 'A');
    await expect(
      page.getByText(say('documents.fileLies', 'The content of this file is not what its name says. Ask where it comes from.')),
    ).toBeVisible();
    await expect(page.getByLabel(say('documents.title', 'Title'), { exact: true })).toHaveValue('A');
    await page.screenshot({ path: test.info().outputPath('refused.png') });
    expect(violations).toEqual([]);
    await desk.leave();
  });
}

const OTHER_KINDS = [
  { file: 'picture.png', make: papers.picturePng, seen: 'drawn' },
  { file: 'picture.webp', make: papers.pictureWebp, seen: 'drawn' },
  { file: 'agreed.docx', make: papers.docx, seen: 'never' },
  { file: 'agreed.odt', make: papers.odt, seen: 'never' },
  { file: 'agreed.txt', make: papers.text, seen: 'read' },
  { file: 'voice.mp3', make: papers.mp3, seen: 'never' },
  { file: 'voice.m4a', make: papers.m4a, seen: 'never' },
] as const;

test('every other kind is kept: pictures are drawn anew, the rest leaves after its warning, without who made it', async ({
  browser,
  app,
}) => {
  const desk = await sitDown(browser, app.url, 'caseworker', { lang: 'en' });
  const { page, say } = desk;
  await openDocuments(desk);
  for (const { file, make, seen } of OTHER_KINDS) {
    await bring(desk, file, make(), `The ${file}`);
    const line = lineOf(desk, `The ${file}`);
    await expect(line).toHaveCount(1);
    const look = line.getByRole('button', { name: say('documents.look', 'Look') });
    await expect(look).toHaveCount(seen === 'never' ? 0 : 1);
    if (seen !== 'never') {
      await look.click();
      if (seen === 'drawn') await expect.poll(async () => (await shown(page)).width).not.toBe(BLANK);
      else await expect(page.getByRole('dialog').getByText('What was agreed')).toBeVisible();
      await page.getByRole('button', { name: say('documents.close', 'Close') }).click();
    }
    await line.getByRole('button', { name: say('documents.take', 'Save'), exact: true }).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: say('documents.takeAnyway', 'Save it all the same') }).click();
    const saved = await saving;
    expect(saved.suggestedFilename().split('.')[1]).toBe(file.split('.')[1]);
    expect(readFileSync(await saved.path()).includes(papers.MAKER)).toBe(false);
  }
  await page.screenshot({ path: test.info().outputPath('kinds.png'), fullPage: true });
  await desk.leave();
});

/** A line between browser and server that can be broken and mended. The browser tries a broken one again by itself. */
async function breakableLine(to: string): Promise<{ url: string; snap: () => void; mend: () => void; close: () => void }> {
  const open = new Set<Socket>();
  let broken = false;
  const server = createServer((near) => {
    if (broken) return void near.destroy();
    const far = connect(Number(new URL(to).port), '127.0.0.1');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => void (open.delete(socket) && other.destroy()));
      socket.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const snap = () => {
    broken = true;
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    snap,
    mend: () => void (broken = false),
    close: () => (snap(), void server.close()),
  };
}

test('an upload shows how far it is, and is called back; a line that breaks leaves the file and the words', async ({ browser, app }) => {
  const line = await breakableLine(app.url);
  const desk = await sitDown(browser, line.url, 'caseworker', { lang: 'en' });
  const { page, say } = desk;
  const caseId = await openDocuments(desk);
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  const speed = (bytes: number) =>
    network.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: bytes, uploadThroughput: bytes });
  const underWay = () =>
    expect.poll(() => page.getByRole('progressbar').evaluate((bar: HTMLProgressElement) => bar.value)).toBeGreaterThan(0);
  const kept = async () =>
    ((await (await page.request.get(`/api/cases/${caseId}/documents`)).json()) as { items: { title: string }[] }).items.filter(
      ({ title }) => title === 'A long text',
    ).length;
  await speed(400_000);

  await bring(desk, 'long.txt', Buffer.alloc(6_000_000, 'What was agreed. '), 'A long text');
  await underWay();
  await page.screenshot({ path: test.info().outputPath('under-way.png') });
  await page.getByRole('button', { name: say('documents.callBack', 'Call back') }).click();
  await expect(
    page.getByText(say('documents.calledBack', 'Called back. Nothing was kept; the file and your words are still here.')),
  ).toBeVisible();
  expect(await kept()).toBe(0);

  await page.getByRole('button', { name: say('documents.save', 'Seal and keep') }).click();
  await underWay();
  line.snap();
  await expect(page.getByText('The line broke while the file was on its way.')).toBeVisible();
  await expect(page.getByLabel(say('documents.title', 'Title'), { exact: true })).toHaveValue('A long text');
  line.mend();
  expect(await kept()).toBe(0);

  await speed(-1);
  await page.getByRole('button', { name: say('documents.save', 'Seal and keep') }).click();
  await expect(lineOf(desk, 'A long text')).toHaveCount(1);
  await desk.leave();
  line.close();
});
