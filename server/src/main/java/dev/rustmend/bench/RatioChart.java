package dev.rustmend.bench;

import java.util.List;
import java.util.Locale;

/// Ratios as horizontal bars, one below the other, with a line at the limit that is aimed at.
record RatioChart(String title, double limit, List<Bar> bars) {
  private static final int LEFT = 330;
  private static final int TOP = 50;
  private static final int WIDE = 400;
  private static final int BAR = 22;

  /// One bar; bars of one `group` share a color.
  record Bar(String name, int group, double ratio) {}

  RatioChart {
    bars = List.copyOf(bars);
  }

  String svg() {
    int high = bars.size() * BAR;
    var svg = new Svg(LEFT + WIDE + 60, TOP + high + 40);
    svg.text(20, 24, 16, Svg.Anchor.START, title);
    double most = Math.max(limit, bars.stream().mapToDouble(Bar::ratio).max().orElse(0));
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double y = TOP + i * BAR;
      String value = String.format(Locale.ROOT, "%.2f", bar.ratio());
      double wide = WIDE * bar.ratio() / most;
      svg.text(LEFT - 8, y + 15, 12, Svg.Anchor.END, bar.name());
      svg.rectangle(LEFT, y + 3, wide, BAR - 6, Svg.color(bar.group()), bar.name() + ": " + value);
      svg.text(LEFT + wide + 5, y + 15, 12, Svg.Anchor.START, value);
    }
    double x = LEFT + WIDE * limit / most;
    svg.line(x, TOP - 6, x, TOP + high + 6, "#333333");
    svg.text(x, TOP + high + 22, 12, Svg.Anchor.MIDDLE, "at most " + Svg.number(limit));
    return svg.document();
  }
}
