// The charts of a rollout, drawn by uPlot from what the server wrote beside them. Colours are those of the page.
(function () {
  'use strict';
  const drawn = new Map();
  const FONT = '12px system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif';

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  }
  function clock(seconds, span) {
    return new Date(seconds * 1000).toISOString().slice(11, span < 7200 ? 19 : 16);
  }
  function number(value) {
    return value === null || value === undefined ? '–' : String(Math.round(value * 100) / 100);
  }
  function axes(unit) {
    const line = { stroke: colour('soft'), font: FONT, grid: { stroke: colour('line'), width: 1 }, ticks: { show: false } };
    return [
      Object.assign({}, line, {
        space: 90, grid: { show: false },
        values: function (plot, at) { return at.map(function (it) { return clock(it, plot.scales.x.max - plot.scales.x.min); }); },
      }),
      Object.assign({}, line, { size: 58, values: function (plot, at) { return at.map(function (it) { return number(it) + unit; }); } }),
    ];
  }
  function options(box, chart, unit) {
    return {
      width: Math.max(200, box.clientWidth), height: box.clientHeight, padding: [12, 12, 0, 0],
      cursor: { y: false, points: { size: 7 } }, legend: { show: false },
      scales: { x: { time: true, range: function (plot, low, high) { return high - low < 10 ? [low - 5, high + 5] : [low, high]; } } },
      axes: axes(unit), series: [{}], hooks: {},
    };
  }
  // A mark is told by its shape as well: a cross for what went wrong, a bar for what waits, a ring for the rest.
  function drawMark(plot, mark) {
    const pixel = devicePixelRatio;
    const context = plot.ctx;
    const x = Math.round(plot.valToPos(mark.x, 'x', true));
    const top = plot.bbox.top;
    const size = 4 * pixel;
    context.strokeStyle = colour(mark.tone === 'busy' || mark.tone === 'calm' ? 'line-strong' : mark.tone);
    context.lineWidth = pixel;
    context.setLineDash([3 * pixel, 3 * pixel]);
    context.beginPath();
    context.moveTo(x, top + size);
    context.lineTo(x, top + plot.bbox.height);
    context.stroke();
    context.setLineDash([]);
    context.lineWidth = 2 * pixel;
    context.beginPath();
    if (mark.tone === 'bad') {
      context.moveTo(x - size, top - size); context.lineTo(x + size, top + size);
      context.moveTo(x + size, top - size); context.lineTo(x - size, top + size);
    } else if (mark.tone === 'wait') {
      context.moveTo(x - size / 2, top - size); context.lineTo(x - size / 2, top + size);
      context.moveTo(x + size / 2, top - size); context.lineTo(x + size / 2, top + size);
    } else {
      context.arc(x, top, size, 0, 2 * Math.PI);
    }
    context.stroke();
  }
  function weight(box, chart) {
    const most = Math.max(10, Math.max.apply(null, chart.y));
    const settings = options(box, chart, ' %');
    settings.scales.y = { range: [0, most * 1.1] };
    settings.series.push({ stroke: colour('busy'), width: 2, fill: colour('busy-ground'), paths: uPlot.paths.stepped({ align: 1 }), points: { show: false } });
    settings.hooks.draw = [function (plot) { chart.marks.forEach(function (mark) { drawMark(plot, mark); }); }];
    return new uPlot(settings, [chart.x, chart.y], box);
  }
  function metric(box, chart) {
    const limits = [chart.min, chart.max].filter(function (it) { return it !== null; });
    const values = chart.y.concat(limits).filter(function (it) { return it !== null; });
    const low = Math.min.apply(null, values);
    const high = Math.max.apply(null, values);
    const room = Math.max((high - low) * 0.2, Math.abs(high) * 0.01, 0.01);
    const settings = options(box, chart, '');
    settings.scales.y = { range: [low >= 0 ? Math.max(0, low - room) : low - room, high + room] };
    settings.series.push({
      stroke: colour('busy'), width: 2, spanGaps: false,
      points: { show: true, size: 7, width: 2, fill: colour('card'), stroke: colour('busy') },
    });
    settings.hooks.draw = [function (plot) {
      const context = plot.ctx;
      const pixel = devicePixelRatio;
      limits.forEach(function (limit) {
        const y = Math.round(plot.valToPos(limit, 'y', true));
        context.strokeStyle = colour('bad');
        context.lineWidth = 1.5 * pixel;
        context.setLineDash([6 * pixel, 4 * pixel]);
        context.beginPath();
        context.moveTo(plot.bbox.left, y);
        context.lineTo(plot.bbox.left + plot.bbox.width, y);
        context.stroke();
        context.setLineDash([]);
        context.fillStyle = colour('bad');
        context.font = 11 * pixel + 'px system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif';
        context.textAlign = 'right';
        const below = limit === chart.min && limit !== chart.max;
        context.fillText((limit === chart.min ? 'at least ' : 'at most ') + number(limit), plot.bbox.left + plot.bbox.width - 4 * pixel,
          y + (below ? 14 : -6) * pixel);
      });
      chart.ok.forEach(function (ok, index) {
        if (!ok && chart.y[index] !== null) {
          drawMark.cross(plot, chart.x[index], chart.y[index]);
        }
      });
    }];
    return new uPlot(settings, [chart.x, chart.y], box);
  }
  drawMark.cross = function (plot, atX, atY) {
    const size = 6 * devicePixelRatio;
    const x = plot.valToPos(atX, 'x', true);
    const y = plot.valToPos(atY, 'y', true);
    plot.ctx.strokeStyle = colour('bad');
    plot.ctx.lineWidth = 2.5 * devicePixelRatio;
    plot.ctx.beginPath();
    plot.ctx.moveTo(x - size, y - size); plot.ctx.lineTo(x + size, y + size);
    plot.ctx.moveTo(x + size, y - size); plot.ctx.lineTo(x - size, y + size);
    plot.ctx.stroke();
  };
  function draw(box) {
    const chart = JSON.parse(box.dataset.chart);
    box.replaceChildren();
    drawn.set(box, chart.kind === 'weight' ? weight(box, chart) : metric(box, chart));
  }
  function drawAll() {
    drawn.forEach(function (plot, box) {
      if (!box.isConnected) {
        plot.destroy();
        drawn.delete(box);
      }
    });
    document.querySelectorAll('[data-chart]').forEach(function (box) { if (!drawn.has(box)) draw(box); });
  }
  function again() {
    drawn.forEach(function (plot) { plot.destroy(); });
    drawn.clear();
    drawAll();
  }
  let resized = 0;
  addEventListener('resize', function () { clearTimeout(resized); resized = setTimeout(again, 150); });
  document.addEventListener('fairlead:theme', again);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
  document.addEventListener('htmx:load', drawAll);
  document.addEventListener('DOMContentLoaded', drawAll);
  drawAll();
}());
