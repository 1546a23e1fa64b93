const worthIt = 1024 * 1024;

/** A file as it is sent. */
export type Light = { name: string; bytes: Blob };

/** A large photograph made smaller for a weak network; anything else as it is. */
export async function lighter(file: File): Promise<Light> {
  const asItIs = { name: file.name, bytes: file };
  if (!/^image\/(jpeg|png)$/.test(file.type) || file.size < worthIt) return asItIs;
  try {
    const bytes = await redrawn(file, 2560);
    if (bytes.size >= file.size) return asItIs;
    return { name: file.name.replace(/\.\w+$/, '.jpg'), bytes };
  } catch {
    return asItIs;
  }
}

/** A picture for a talk: small, and drawn anew, so that neither place nor camera goes with it. Throws for what is no picture. */
export async function forTalk(file: File): Promise<Light> {
  return { name: `${file.name.replace(/\.\w+$/, '').slice(0, 80) || 'picture'}.jpg`, bytes: await redrawn(file, 1600) };
}

async function redrawn(file: File, longSide: number): Promise<Blob> {
  const picture = await open(file);
  const { width, height } = within(longSide, picture.naturalWidth, picture.naturalHeight);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const paint = canvas.getContext('2d');
  if (!paint) throw new Error('This browser draws nothing.');
  paint.fillStyle = '#fff'; // what was transparent
  paint.fillRect(0, 0, width, height);
  paint.drawImage(picture, 0, 0, width, height);
  const bytes = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
  if (!bytes) throw new Error('This picture cannot be drawn.');
  return bytes;
}

/** Made smaller where a side is too long, never larger. */
export function within(longSide: number, width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, longSide / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function open(file: File): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = new Image();
    picture.onload = () => {
      URL.revokeObjectURL(picture.src);
      resolve(picture);
    };
    picture.onerror = () => reject(new Error('This is no picture.'));
    picture.src = URL.createObjectURL(file);
  });
}
