package dev.rustmend.bench;

import java.util.Locale;

/// Writes a drawing as SVG 1.1: black on white, one sans-serif font, nothing to load.
final class Svg {
  /// Colors that people with any color vision tell apart, also in gray.
  private static final String[] COLORS = {"#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee"};

  private final StringBuilder body = new StringBuilder();
  private final int width;
  private final int height;

  /// An empty drawing, in pixels.
  Svg(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /// The color of the `index`-th series.
  static String color(int index) {
    return COLORS[Math.floorMod(index, COLORS.length)];
  }

  /// Where a text stands relative to its point.
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  Svg text(double x, double y, int size, Anchor anchor, String text) {
    String where = anchor.name().toLowerCase(Locale.ROOT);
    return add(
        "<text x=\"%s\" y=\"%s\" font-size=\"%d\" text-anchor=\"%s\">%s</text>"
            .formatted(number(x), number(y), size, where, escape(text)));
  }

  Svg line(double x1, double y1, double x2, double y2, String color) {
    return add(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"/>"
            .formatted(number(x1), number(y1), number(x2), number(y2), color));
  }

  /// A filled rectangle; `tip` is shown where the pointer rests on it.
  Svg rectangle(double x, double y, double wide, double high, String color, String tip) {
    return add(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"><title>%s</title></rect>"
            .formatted(number(x), number(y), number(wide), number(high), color, escape(tip)));
  }

  /// A line through points given as `x,y` pairs.
  Svg path(String points, String color) {
    return add(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>"
            .formatted(points, color));
  }

  /// The whole document.
  String document() {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
    font-family="Helvetica, Arial, sans-serif">
    <rect width="%1$d" height="%2$d" fill="white"/>
    %3$s</svg>
    """
        .formatted(width, height, body);
  }

  /// A coordinate with at most one decimal.
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private Svg add(String element) {
    body.append(element).append('\n');
    return this;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
