import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { Indicator } from '../../api/types';
import { Card } from '../../ui/Page';
import { t } from '../../ui/text';
import { indicatorName } from './period';

use([BarChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer]);

/** The counted figures as bars; loaded only when somebody asks. */
export default function FigureChart({ figures, period }: { figures: Indicator[]; period: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const style = getComputedStyle(document.documentElement);
    const counted = figures.filter((figure) => typeof figure.N !== 'number');
    const chart = init(place.current, undefined, { renderer: 'svg' });
    chart.setOption({
      aria: { enabled: true },
      animation: false,
      color: [style.getPropertyValue('--brand').trim()],
      textStyle: { fontFamily: style.getPropertyValue('--font') },
      tooltip: {},
      grid: { left: 8, right: 40, top: 8, bottom: 8, containLabel: true },
      xAxis: { type: 'value', minInterval: 1 },
      yAxis: { type: 'category', inverse: true, data: counted.map(indicatorName) },
      series: [
        {
          type: 'bar',
          barMaxWidth: 20,
          label: { show: true, position: 'right' },
          data: counted.map((figure) => figure.n),
        },
      ],
    });
    const resize = () => chart.resize();
    window.addEventListener('resize', resize);
    return () => {
      window.removeEventListener('resize', resize);
      chart.dispose();
    };
  }, [figures]);
  return (
    <Card title={t('figure.chart', { period })}>
      <div ref={place} className="chart" role="img" aria-label={t('figure.chart', { period })} />
    </Card>
  );
}
