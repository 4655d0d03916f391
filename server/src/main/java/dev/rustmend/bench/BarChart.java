package dev.rustmend.bench;

import java.util.List;
import java.util.Locale;

/// Shares side by side: one group of bars for each part of the data, one bar for each method, each
/// with its interval.
record BarChart(String title, List<String> series, List<Group> groups) {
  private static final int LEFT = 50;
  private static final int TOP = 50;
  private static final int HIGH = 240;
  private static final int BAR = 34;
  private static final int GAP = 36;
  private static final String INK = "#333333";

  /// The bars of one part of the data, in the order of `series`.
  record Group(String name, List<? extends Estimate> shares) {
    Group {
      shares = List.copyOf(shares);
    }
  }

  BarChart {
    series = List.copyOf(series);
    groups = List.copyOf(groups);
  }

  String svg() {
    int wide = groups.size() * (series.size() * BAR + GAP) + GAP;
    var svg = new Svg(Math.max(LEFT + wide + 20, 420), TOP + HIGH + 70);
    svg.text(LEFT, 24, 16, Svg.Anchor.START, title);
    axis(svg, wide);
    double x = LEFT + GAP;
    for (Group group : groups) {
      double middle = x + series.size() * BAR / 2.0;
      for (int i = 0; i < group.shares().size(); i++) {
        bar(svg, x + i * BAR, i, group.shares().get(i));
      }
      svg.text(middle, TOP + HIGH + 18, 12, Svg.Anchor.MIDDLE, group.name());
      x += series.size() * BAR + GAP;
    }
    legend(svg);
    return svg.document();
  }

  /// Percent lines every 20.
  private void axis(Svg svg, int wide) {
    for (int percent = 0; percent <= 100; percent += 20) {
      double y = y(percent / 100.0);
      svg.line(LEFT, y, LEFT + wide, y, percent == 0 ? INK : "#dddddd");
      svg.text(LEFT - 6, y + 4, 11, Svg.Anchor.END, percent + " %");
    }
  }

  private void bar(Svg svg, double x, int index, Estimate share) {
    double top = y(share.value());
    String tip = "%s: %s".formatted(series.get(index), share.told());
    svg.rectangle(x + 2, top, BAR - 4, TOP + HIGH - top, Svg.color(index), tip);
    double middle = x + BAR / 2.0;
    svg.line(middle, y(share.lower()), middle, y(share.upper()), INK);
    svg.line(middle - 4, y(share.lower()), middle + 4, y(share.lower()), INK);
    svg.line(middle - 4, y(share.upper()), middle + 4, y(share.upper()), INK);
    String label = String.format(Locale.ROOT, "%.0f", 100 * share.value());
    svg.text(middle, y(share.upper()) - 4, 11, Svg.Anchor.MIDDLE, label);
  }

  private void legend(Svg svg) {
    double x = LEFT;
    for (int i = 0; i < series.size(); i++) {
      svg.rectangle(x, TOP + HIGH + 38, 12, 12, Svg.color(i), series.get(i));
      svg.text(x + 17, TOP + HIGH + 48, 12, Svg.Anchor.START, series.get(i));
      x += 35 + 7 * series.get(i).length();
    }
  }

  private static double y(double share) {
    return TOP + HIGH * (1 - share);
  }
}
