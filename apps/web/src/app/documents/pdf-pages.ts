import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import { ownScript, READER } from '../platform/privacy/own-scripts';

const FONTS = '/pdf/fonts/';
const WIDTH = 1400;
const MOST_POINTS = 40_000_000;

/** The pages of a PDF, drawn anew: no script of it runs, none of its links, forms, fonts or files is used. */
export class PdfPages {
  private constructor(
    private readonly worker: Worker,
    private readonly document: PDFDocumentProxy,
  ) {}

  /** Throws when the bytes are no PDF that can be read. */
  static async open(data: ArrayBuffer): Promise<PdfPages> {
    const worker = new Worker(ownScript(READER), { type: 'module' });
    try {
      const document = await getDocument({
        data,
        worker: new PDFWorker({ port: worker as never }),
        standardFontDataUrl: FONTS,
        disableFontFace: true,
        useSystemFonts: false,
        useWasm: false,
        enableXfa: false,
        disableWorkerRendering: true,
        maxImageSize: MOST_POINTS,
        verbosity: 0,
      }).promise;
      return new PdfPages(worker, document);
    } catch (error) {
      worker.terminate();
      throw error;
    }
  }

  get count(): number {
    return this.document.numPages;
  }

  async draw(number: number, canvas: HTMLCanvasElement): Promise<void> {
    const page = await this.document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const scale = Math.min(WIDTH / width, Math.sqrt(MOST_POINTS / (width * height)));
    const viewport = page.getViewport({ scale });
    canvas.width = Math.max(1, Math.round(viewport.width));
    canvas.height = Math.max(1, Math.round(viewport.height));
    await page.render({ canvas, viewport, annotationMode: 0 }).promise;
    page.cleanup();
  }

  async close(): Promise<void> {
    await this.document.loadingTask.destroy();
    this.worker.terminate();
  }
}
