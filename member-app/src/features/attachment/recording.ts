/** Whether some bytes are a recording, by what the browser that wrote them says. */
export function isSound(bytes: Blob): boolean {
  return bytes.type.startsWith('audio/');
}

/** What a recording is called: the server looks whether the ending fits what it is. */
export function soundName(bytes: Blob, stem: string): string {
  return `${stem}.${bytes.type === 'audio/mp4' ? 'm4a' : 'webm'}`;
}
