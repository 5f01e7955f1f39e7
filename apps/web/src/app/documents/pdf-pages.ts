import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';

const READER = '/pdf/pdf.worker.min.mjs';
const FONTS = '/pdf/fonts/';
const WIDTH = 1400;
const MOST_POINTS = 40_000_000;

interface ScriptPolicy {
  createScriptURL(address: string): string;
}
interface WithPolicies {
  trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };
}

let policy: ScriptPolicy | undefined;

/** The one script that is started by its address: the reader of PDFs, apart from the page, from this server. */
function readerAddress(): string {
  const rules = {
    createScriptURL: (address: string) => {
      if (address !== READER) throw new TypeError('no other script is started');
      return address;
    },
  };
  policy ??= (window as WithPolicies).trustedTypes?.createPolicy('angular#bundler', rules) ?? rules;
  return policy.createScriptURL(READER);
}

/** The pages of a PDF, drawn anew: no script of it runs, none of its links, forms, fonts or files is used. */
export class PdfPages {
  private constructor(
    private readonly worker: Worker,
    private readonly document: PDFDocumentProxy,
  ) {}

  /** Throws when the bytes are no PDF that can be read. */
  static async open(data: ArrayBuffer): Promise<PdfPages> {
    const worker = new Worker(readerAddress(), { type: 'module' });
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
