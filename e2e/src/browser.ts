import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A Chromium and a Chinese font from npm, so that nothing needs installing; CHROMIUM=/path takes another one. */
export async function browser() {
  return {
    executablePath: process.env.CHROMIUM ?? (await chromium.executablePath()),
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
    env: { ...stringsOf(process.env), FONTCONFIG_FILE: fontConfig() },
  };
}

function fontConfig(): string {
  const folder = here('../target/fonts');
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/fonts.conf`;
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${here('../node_modules/@expo-google-fonts/noto-sans-sc')}</dir>
  <cachedir>${folder}</cachedir>
</fontconfig>
`,
  );
  return file;
}

function stringsOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
