package dev.rustmend.bench;

import java.util.List;
import java.util.Locale;

/// What share of a sample lies below a value: one rising line for each series, the value on a
/// logarithmic axis, since times differ by factors.
record CumulativeChart(String title, String unit, List<Series> series) {
  private static final int LEFT = 50;
  private static final int TOP = 50;
  private static final int HIGH = 240;
  private static final int WIDE = 520;
  private static final String GRID = "#dddddd";

  /// A named sample; values must be positive to be drawn.
  record Series(String name, Sample sample) {}

  CumulativeChart {
    series = List.copyOf(series);
  }

  String svg() {
    var svg = new Svg(LEFT + WIDE + 30, TOP + HIGH + 70);
    svg.text(LEFT, 24, 16, Svg.Anchor.START, title);
    int from = decade(0);
    int to = Math.max(from + 1, decade(1) + 1);
    axes(svg, from, to);
    double x = LEFT;
    for (int i = 0; i < series.size(); i++) {
      svg.path(points(series.get(i).sample(), from, to), Svg.color(i));
      svg.rectangle(x, TOP + HIGH + 38, 12, 12, Svg.color(i), series.get(i).name());
      svg.text(x + 17, TOP + HIGH + 48, 12, Svg.Anchor.START, series.get(i).name());
      x += 35 + 7 * series.get(i).name().length();
    }
    return svg.document();
  }

  private void axes(Svg svg, int from, int to) {
    for (int percent = 0; percent <= 100; percent += 25) {
      double y = TOP + HIGH * (1 - percent / 100.0);
      svg.line(LEFT, y, LEFT + WIDE, y, GRID);
      svg.text(LEFT - 6, y + 4, 11, Svg.Anchor.END, percent + " %");
    }
    for (int exponent = from; exponent <= to; exponent++) {
      double x = x(Math.pow(10, exponent), from, to);
      svg.line(x, TOP, x, TOP + HIGH, GRID);
      svg.text(x, TOP + HIGH + 18, 11, Svg.Anchor.MIDDLE, label(exponent));
    }
  }

  private String points(Sample sample, int from, int to) {
    var points = new StringBuilder();
    double[] values = sample.values();
    for (int i = 0; i < values.length; i++) {
      double x = x(Math.max(values[i], Math.pow(10, from)), from, to);
      double y = TOP + HIGH * (1 - (i + 1.0) / values.length);
      points.append(Svg.number(x)).append(',').append(Svg.number(y)).append(' ');
    }
    return points.toString().strip();
  }

  /// The power of ten at or below the quantile `q` of all series.
  private int decade(double q) {
    double value =
        series.stream()
            .filter(one -> one.sample().size() > 0)
            .mapToDouble(one -> one.sample().quantile(q))
            .filter(v -> v > 0)
            .reduce(q == 0 ? Math::min : Math::max)
            .orElse(1);
    return (int) Math.floor(Math.log10(value));
  }

  private static double x(double value, int from, int to) {
    return LEFT + WIDE * (Math.log10(value) - from) / (to - from);
  }

  /// The label of a decade: `0.01`, `1`, `100`.
  private String label(int exponent) {
    return exponent >= 0
        ? String.format(Locale.ROOT, "%.0f %s", Math.pow(10, exponent), unit)
        : String.format(Locale.ROOT, "%." + -exponent + "f %s", Math.pow(10, exponent), unit);
  }
}
