// Unpacks the Chromium that npm ships into the folder named in TMPDIR. A process of its own, because the package changes the environment.
import chromium from '@sparticuz/chromium';

await chromium.executablePath();
