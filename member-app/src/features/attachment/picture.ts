const longSide = 2560;
const worthIt = 1024 * 1024;

/** A large photograph made smaller for a weak network; anything else as it is. */
export async function lighter(file: File): Promise<{ name: string; bytes: Blob }> {
  const asItIs = { name: file.name, bytes: file };
  if (!/^image\/(jpeg|png)$/.test(file.type) || file.size < worthIt) return asItIs;
  try {
    const picture = await open(file);
    const scale = Math.min(1, longSide / Math.max(picture.naturalWidth, picture.naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.naturalWidth * scale);
    canvas.height = Math.round(picture.naturalHeight * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const bytes = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
    if (!bytes || bytes.size >= file.size) return asItIs;
    return { name: file.name.replace(/\.\w+$/, '.jpg'), bytes };
  } catch {
    return asItIs;
  }
}

function open(file: File): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = new Image();
    picture.onload = () => {
      URL.revokeObjectURL(picture.src);
      resolve(picture);
    };
    picture.onerror = reject;
    picture.src = URL.createObjectURL(file);
  });
}
