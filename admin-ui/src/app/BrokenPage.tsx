import { Problem } from '../ui/Problem';

/** A page on which nothing else can be shown: what went wrong, and a way to begin again. */
export function BrokenPage({ error }: { error: unknown }) {
  return (
    <main className="plain">
      <Problem error={error} retry={() => window.location.reload()} />
    </main>
  );
}
