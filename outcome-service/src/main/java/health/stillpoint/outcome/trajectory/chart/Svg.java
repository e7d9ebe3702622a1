package health.stillpoint.outcome.trajectory.chart;

import java.util.Locale;

/** Writes SVG elements. Text is escaped; lengths have one decimal, which is finer than any screen shows. */
final class Svg {

    private final StringBuilder out = new StringBuilder(8_192);

    /** How a text stands to its place. */
    enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String value;

        Anchor(String value) {
            this.value = value;
        }
    }

    Svg open(double width, double height, String title, String description) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" lang=\"en\" aria-labelledby=\"title desc\"")
                .append(" viewBox=\"0 0 ").append(length(width)).append(' ').append(length(height))
                .append("\" width=\"").append(length(width)).append("\" height=\"").append(length(height))
                .append("\" font-family=\"system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif\">\n")
                .append("<title id=\"title\">").append(escaped(title)).append("</title>\n")
                .append("<desc id=\"desc\">").append(escaped(description)).append("</desc>\n");
        return rectangle(0, 0, width, height, "#ffffff");
    }

    String close() {
        return out.append("</svg>\n").toString();
    }

    Svg group(String label) {
        out.append("<g aria-label=\"").append(escaped(label)).append("\">\n");
        return this;
    }

    Svg endGroup() {
        out.append("</g>\n");
        return this;
    }

    Svg rectangle(double x, double y, double width, double height, String fill) {
        out.append("<rect x=\"").append(length(x)).append("\" y=\"").append(length(y))
                .append("\" width=\"").append(length(width)).append("\" height=\"").append(length(height))
                .append("\" fill=\"").append(fill).append("\"/>\n");
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, String stroke, double width, String dashes) {
        out.append("<line x1=\"").append(length(x1)).append("\" y1=\"").append(length(y1))
                .append("\" x2=\"").append(length(x2)).append("\" y2=\"").append(length(y2))
                .append("\" stroke=\"").append(stroke).append("\" stroke-width=\"").append(length(width)).append('"');
        if (!dashes.isEmpty()) {
            out.append(" stroke-dasharray=\"").append(dashes).append('"');
        }
        out.append("/>\n");
        return this;
    }

    Svg polyline(String points, String stroke) {
        out.append("<polyline fill=\"none\" stroke=\"").append(stroke)
                .append("\" stroke-width=\"2\" stroke-linejoin=\"round\" points=\"").append(points).append("\"/>\n");
        return this;
    }

    Svg circle(double x, double y, double radius, String fill, String stroke, String tooltip) {
        out.append("<circle cx=\"").append(length(x)).append("\" cy=\"").append(length(y))
                .append("\" r=\"").append(length(radius)).append("\" fill=\"").append(fill)
                .append("\" stroke=\"").append(stroke).append("\" stroke-width=\"2\"><title>")
                .append(escaped(tooltip)).append("</title></circle>\n");
        return this;
    }

    Svg text(double x, double y, int size, Anchor anchor, String fill, boolean bold, String text) {
        out.append("<text x=\"").append(length(x)).append("\" y=\"").append(length(y))
                .append("\" font-size=\"").append(size).append("\" text-anchor=\"").append(anchor.value)
                .append("\" fill=\"").append(fill).append('"');
        if (bold) {
            out.append(" font-weight=\"600\" paint-order=\"stroke\" stroke=\"#ffffff\" stroke-opacity=\"0.75\" stroke-width=\"3\"");
        }
        out.append('>').append(escaped(text)).append("</text>\n");
        return this;
    }

    static String length(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
