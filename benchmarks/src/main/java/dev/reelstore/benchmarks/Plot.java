package dev.reelstore.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lines over two linear axes, drawn as SVG without a ground of its own: its greys and colours are of a middle brightness, to
 * be read on white and on dark.
 */
final class Plot {

    /** A line: one value for each place on the axis below. */
    record Line(String name, List<Double> values) {}

    private static final int WIDTH = 720;
    private static final int HEIGHT = 400;
    private static final int LEFT = 80;
    private static final int RIGHT = 160;
    private static final int TOP = 48;
    private static final int BOTTOM = 56;
    private static final int STEPS = 5;
    private static final String GREY = "#808080";

    /** Apart for those who see few colours, too; the marks tell them apart once more. */
    private static final List<String> COLOURS = List.of("#1f8fd6", "#d9730d", "#2a9d6f", "#b55fc4");

    private final String title;
    private final String below;
    private final String beside;
    private final List<String> places;
    private final List<Line> lines;

    /**
     * Of these lines.
     *
     * @param below what the axis below counts, with its unit
     * @param beside what the axis beside counts, with its unit
     * @param places on the axis below, the same distance apart
     */
    Plot(String title, String below, String beside, List<String> places, List<Line> lines) {
        this.title = title;
        this.below = below;
        this.beside = beside;
        this.places = places;
        this.lines = lines;
    }

    boolean empty() {
        return lines.isEmpty();
    }

    /** The document. */
    String svg() {
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\""
                        + " fill=\"%s\" role=\"img\" aria-label=\"%s\">",
                WIDTH,
                HEIGHT,
                GREY,
                escaped(title));
        text(svg, LEFT, 24, "start", "font-size=\"16\" font-weight=\"bold\"", title);
        axes(svg);
        for (int i = 0; i < lines.size(); i++) {
            line(svg, lines.get(i), i);
        }
        return svg.append("</svg>\n").toString();
    }

    private void axes(StringBuilder svg) {
        for (int step = 0; step <= STEPS; step++) {
            double value = top() * step / STEPS;
            add(
                    svg,
                    "<path d=\"M%d %.1fH%d\" stroke=\"%s\" stroke-opacity=\"%s\"/>",
                    LEFT,
                    y(value),
                    WIDTH - RIGHT,
                    GREY,
                    step == 0 ? "1" : "0.3");
            text(svg, LEFT - 8, y(value) + 4, "end", "", String.format(Locale.ROOT, "%,.0f", value));
        }
        for (int place = 0; place < places.size(); place++) {
            text(svg, x(place), HEIGHT - BOTTOM + 20, "middle", "", places.get(place));
        }
        text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", "", below);
        double middle = (TOP + HEIGHT - BOTTOM) / 2.0;
        text(
                svg,
                16,
                middle,
                "middle",
                String.format(Locale.ROOT, "transform=\"rotate(-90 16 %.1f)\"", middle),
                beside);
    }

    private void line(StringBuilder svg, Line line, int number) {
        String colour = COLOURS.get(number % COLOURS.size());
        List<String> points = new ArrayList<>();
        for (int place = 0; place < line.values().size(); place++) {
            double x = x(place);
            double y = y(line.values().get(place));
            points.add(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
            mark(svg, x, y, number, colour);
        }
        add(
                svg,
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>",
                String.join(" ", points),
                colour,
                number % 2 == 0 ? "" : " stroke-dasharray=\"6 3\"");
        int legend = TOP + 20 * number;
        mark(svg, WIDTH - RIGHT + 20, legend, number, colour);
        text(svg, WIDTH - RIGHT + 32, legend + 4, "start", "", line.name());
    }

    private static void mark(StringBuilder svg, double x, double y, int number, String colour) {
        if (number % 2 == 0) {
            add(svg, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>", x, y, colour);
        } else {
            add(svg, "<rect x=\"%.1f\" y=\"%.1f\" width=\"8\" height=\"8\" fill=\"%s\"/>", x - 4, y - 4, colour);
        }
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String more, String text) {
        add(
                svg,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\"%s>%s</text>",
                x,
                y,
                anchor,
                more.isEmpty() ? "" : " " + more,
                escaped(text));
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private double x(int place) {
        double width = WIDTH - LEFT - RIGHT;
        return places.size() == 1 ? LEFT + width / 2 : LEFT + width * (place + 0.5) / places.size();
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top();
    }

    /** The next round number above all values: 1, 2 or 5 with zeros. */
    private double top() {
        double most = lines.stream()
                .flatMap(line -> line.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        return power * (most <= power ? 1 : most <= 2 * power ? 2 : most <= 5 * power ? 5 : 10);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
