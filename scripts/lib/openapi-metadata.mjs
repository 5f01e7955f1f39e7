// Writes apps/api/src/openapi/metadata.ts: what the classes of the contracts and the controllers say about bodies and answers.
// The swc builder sees no types, so Nest's own plugin reads them here.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { PluginMetadataGenerator } from '@nestjs/cli/lib/compiler/plugins/plugin-metadata-generator.js';
import { ReadonlyVisitor } from '@nestjs/swagger/plugin';
import ts from 'typescript';
import { at } from './folders.mjs';

const OUTPUT = at('apps/api/src/openapi');

function sourcesOfTheDocument() {
  const { config } = ts.readConfigFile(at('tsconfig.build.json'), ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, at());
  const rootNames = fileNames.filter((file) => /\.(contract|controller)\.ts$/.test(file));
  return ts.createProgram({ options, rootNames });
}

/** A CommonJS file asks for its neighbours by `require`, a relative path and no ending: so the compiler, swc and jest all find them. */
function asCommonJs(file) {
  const text = readFileSync(file, 'utf8')
    .replace(/import\("@panah\/([^/"]+)\//g, 'import("../../../../libs/$1/src/')
    .replace(/import\("(\.[^"]*?)(\.js)?"\)/g, 'require("$1")');
  writeFileSync(file, text);
}

mkdirSync(OUTPUT, { recursive: true });
new PluginMetadataGenerator().generate({
  visitors: [
    new ReadonlyVisitor({
      introspectComments: true,
      classValidatorShim: true,
      dtoFileNameSuffix: ['.contract.ts'],
      controllerFileNameSuffix: ['.controller.ts'],
      pathToSource: OUTPUT,
    }),
  ],
  outputDir: OUTPUT,
  filename: 'metadata.ts',
  tsProgramRef: sourcesOfTheDocument(),
});
asCommonJs(`${OUTPUT}/metadata.ts`);
