import { Component, type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { Unreachable } from '../api/problem';
import { learnTheRest } from '../text/t';
import { Problem, Shape } from './ui';

const toCome: Array<() => Promise<unknown>> = [learnTheRest];

/** A screen whose code and words are not in the first load. */
export function late<Props>(load: () => Promise<ComponentType<Props>>) {
  toCome.push(load);
  return lazy(async () => {
    try {
      const [screen] = await Promise.all([load(), learnTheRest()]);
      return { default: screen };
    } catch {
      throw new Unreachable();
    }
  });
}

/** When the phone has nothing else to do the rest comes too, so that every screen opens on a road without signal. */
export function fetchTheRest(then: () => Promise<void>): void {
  const next = async (): Promise<void> => {
    const load = toCome.shift();
    if (!load) return then();
    await load().catch(() => {});
    return next();
  };
  setTimeout(() => void next().catch(() => {}), 1_500);
}

/** The shape of a screen while its code comes; a problem where it does not come, or breaks. Another address tries again. */
export class Arriving extends Component<{ at: string; children: ReactNode }, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate(before: { at: string }) {
    if (before.at !== this.props.at && this.state.error) this.setState({ error: null });
  }

  override render() {
    const { error } = this.state;
    if (error)
      return (
        <Alone>
          <Problem error={error} retry={() => location.reload()} />
        </Alone>
      );
    return (
      <Suspense
        fallback={
          <Alone>
            <Shape />
          </Alone>
        }
      >
        {this.props.children}
      </Suspense>
    );
  }
}

function Alone({ children }: { children: ReactNode }) {
  return (
    <div className="page">
      <main>{children}</main>
    </div>
  );
}
